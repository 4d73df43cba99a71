/// 诊断 — what `kaowu doctor --json` prints of a store.
public struct Diagnosis: Sendable, Encodable {
  /// 未完成的任务 — a job that is not over.
  public struct OpenJob: Sendable, Encodable {
    public var job: String
    public var kind: String
    public var site: String
    public var state: String
    /// Whether its process is gone; the next command marks it failed.
    public var interrupted: Bool
  }

  /// The database's engine and version.
  public var engine: String
  /// The version of the store's tables, and the one that this program knows.
  public var schema: Int
  public var schemaNewest: Int
  /// Whether nothing is damaged or lost.
  public var healthy: Bool
  /// What the engine found damaged, in its own words.
  public var problems: [String]
  /// Candidates that are marked as having a photo, but have none.
  public var photosMissing: Int
  /// Entries without a candidate.
  public var entriesAlone: Int
  /// Rows by table.
  public var counts: [String: Int]
  /// Packages whose data has changed since they were made.
  public var packagesStale: Int
  public var openJobs: [OpenJob]
  /// Whether faces can be looked for on ID photos (PHO-06).
  public var faceDetector: Bool
  /// The fonts that documents need and that are not installed.
  public var fontsMissing: [String]
  /// The versions of the libraries that read and write files.
  public var libraries: [String: String]
}

public import Storage
public import Tabular

/// 导出结果 — what became of writing a package.
public struct ExportOutcome: Sendable {
  /// How many records the package holds.
  public var records: Int
  /// What was found.
  public var findings: ExportFindings
  /// The manifest that stands in a package that is a ZIP; nil for one file.
  public var manifest: SignedManifest?
  /// The digests of what was written, where they were made of the rows that were written; nil where they are still to be
  /// read.
  public var digests: PackageDigests?
  /// What the store is to remember of it besides the package itself, for kinds that keep an account of what they made:
  /// called in the transaction that records the package, and only where nothing that the package shows has changed
  /// since the snapshot that it was drawn from.
  public var note: (@Sendable (any Session) throws -> Void)?

  /// What became of it.
  public init(records: Int, findings: ExportFindings) {
    self.records = records
    self.findings = findings
  }

  /// Whether the package stands at its path.
  public var isWhole: Bool { !findings.hasErrors }
}

/// 导出发现 — what an export found: all of it is counted, the first thousand are kept, so that a site without photos
/// does not fill the memory.
public struct ExportFindings: Sendable {
  /// The most that are kept; as many as a screen shows (ERR-03).
  public static let mostKept = 1_000
  /// The first of them in the order of the records.
  public private(set) var kept: [Finding] = []
  /// How many there were.
  public private(set) var count = 0
  /// Whether one of them keeps the package from being made.
  public private(set) var hasErrors = false

  /// None yet.
  public init() {}

  /// Takes one more.
  public mutating func add(_ finding: Finding) {
    count += 1
    if finding.severity == .error { hasErrors = true }
    if kept.count < Self.mostKept { kept.append(finding) }
  }
}

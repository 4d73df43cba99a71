/// 文件概要 — what `kaowu inspect --json` prints: the keys that fit the file's kind.
public struct InspectionSummary: Sendable, Encodable {
  /// 工作表 — a sheet: the number of its last row with a value, and its non-empty cells.
  public struct Sheet: Sendable, Encodable {
    public var name: String
    public var rows: Int
    public var cells: Int
  }

  /// 条目 — an entry of a ZIP with its unpacked size.
  public struct Entry: Sendable, Encodable {
    public var name: String
    public var bytes: Int
  }

  /// 图像 — a picture's measures in pixels.
  public struct Image: Sendable, Encodable {
    public var width: Int
    public var height: Int
  }

  public var kind: String
  public var encoding: String?
  public var sheets: [Sheet]?
  public var entries: [Entry]?
  public var columns: [String]?
  /// Records below the headings; of a DBF those that are not deleted.
  public var records: Int?
  public var image: Image?

  init(kind: String) { self.kind = kind }
}

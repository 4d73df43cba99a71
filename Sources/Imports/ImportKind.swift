public import ExamModel
public import Storage
public import Tabular

/// 导入来源 — what kind of file an import kind reads.
public enum ImportSource: Sendable {
  /// An .xlsx workbook, plain or alone in a ZIP.
  case workbook
  /// A workbook of either form, .xlsx or the older .xls, plain or alone in a ZIP.
  case anyWorkbook
  /// A CSV file.
  case csv
  /// A ZIP of pictures.
  case photos
  /// A ZIP that is kept as it is.
  case archive

  /// Whether its rows are those of a table, which can be shown and sent again.
  public var isTable: Bool { self == .workbook || self == .csv }
}

/// 导入种类 — one kind of import: which file it reads, what it checks on a row by itself, what it judges over all rows,
/// and how the staged rows become records. One file in `Kinds` is one kind.
///
/// A kind sees rows, never files; it stages, judges and merges through one `Session` and never looks a row up alone.
public protocol ImportKind: Sendable {
  /// The name on the command line: `registrations`.
  static var name: String { get }
  /// What people call it.
  static var title: Wording { get }
  /// The operating window it needs (WIN-04); nil where it is never gated.
  static var window: WindowKind? { get }
  /// Windows that gate it only where they are set: then one of them must be open.
  static var windowsWhereSet: [WindowKind] { get }
  /// The kind of file it reads.
  static var source: ImportSource { get }
  /// The kind of record that its rows become.
  static var record: RecordKind { get }
  /// Whether its records belong to the sitting; those of the roster belong to none (ROS-02).
  static var belongsToSitting: Bool { get }

  /// Whether each row becomes a record; the entries of an archive that is kept are one record together.
  static var makesRecordOfRow: Bool { get }

  /// The name of its layout in the programme's definition; nil where the columns are the kind's own.
  static var layout: String? { get }

  /// Whether a station must be approved first, where the programme has its stations approved (ORG-08).
  static var needsApprovedStation: Bool { get }

  /// Why the site may not import this now, apart from windows and scope; nil where it may.
  static func refusal(_ context: ImportContext) -> Wording?

  /// Everything outside the file that its rules depend on.
  var context: ImportContext { get }

  /// Why an import of this kind is never taken back as a whole; nil where it may be (REG-19).
  static var undoRefusal: Wording? { get }
  /// Brings in order what follows from records that were taken back; their keys stand in `undo_record`.
  static func settleUndo(_ context: ImportContext, _ session: any Session) throws

  /// A kind bound to the columns of one file.
  init(_ context: ImportContext, binding: FieldBinding)

  /// The fields that are staged, and the column of the staging table that each goes to.
  var stagedFields: [StagedField] { get }
  /// For kinds whose values are staged apart from the rows: the columns that `stage_row` has beside those of every kind,
  /// which `match` fills in. Nil where `stage_row` itself holds the values, and has them before `match`.
  var stagedKeys: [(name: String, type: String)]? { get }
  /// A second staging table for what a row holds several of; nil where there is none.
  var details: StagedDetails? { get }

  /// Checks one decoded row by itself: pure, and called on any thread.
  func check(_ row: inout DecodedRow)

  /// Finds the stored records behind the staged rows: sets `about` and `target`, and `differs` where row and target are
  /// not equal. Where the values are staged apart it makes the rows.
  func match(_ session: any Session) throws
  /// The rules over all staged rows; called after `match`.
  var judgements: [Judgement] { get }
  /// Rules over rows that are easier said in Swift than in SQL, for kinds whose files are small or where few rows are
  /// concerned; called after `judgements`.
  func judgeRows(_ session: any Session) throws -> [Finding]
  /// The rules about the file as a whole, which know what would become of each row; called after outcomes are set.
  func judgeWhole(_ session: any Session) throws -> [Finding]
  /// What the rows whose outcome is `updated` change of stored records, or remove, in file order; called before
  /// `merge`. A dry run shows it (REG-18), a merge writes it to the trail (OPS-02).
  func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws
  /// Selects `row_number, site, subject` of the staged rows, for counts by site and subject; a row of several subjects
  /// stands once with each, null is the import's own site, or no subject.
  var rowGroups: String { get }
  /// How much of what is stored the rows would change or remove, by site and by subject.
  func changeScales(_ session: any Session) throws -> [ChangeScale]
  /// What becomes of entries; called before `merge`, so that a dry run can tell too.
  func entryCounts(_ session: any Session) throws -> EntryCounts
  /// Makes records of the rows whose outcome is `created` or `updated`.
  /// - Throws: `MergeConflict` where the data is no longer what it was judged on.
  func merge(_ session: any Session, job: Int) throws
  /// How many of the rows that were to create something did, as the store says; nil where it cannot tell.
  func createdRecords(_ session: any Session, job: Int) throws -> Int?
  /// What people call the one record that the merge made of the whole file: an application's number. Nil for the kinds
  /// whose rows are records of their own.
  func nameOfWhole(_ session: any Session, job: Int) throws -> String?
}

extension ImportKind {
  public static var layout: String? { name }
  public static var belongsToSitting: Bool { true }
  public static var makesRecordOfRow: Bool { true }
  public static var needsApprovedStation: Bool { false }
  public static var windowsWhereSet: [WindowKind] { [] }
  public static func refusal(_ context: ImportContext) -> Wording? { nil }
  public static var undoRefusal: Wording? { nil }
  public static func settleUndo(_ context: ImportContext, _ session: any Session) throws {}
  public var stagedKeys: [(name: String, type: String)]? { nil }
  public var details: StagedDetails? { nil }
  public func judgeRows(_ session: any Session) throws -> [Finding] { [] }
  public func judgeWhole(_ session: any Session) throws -> [Finding] { [] }
  public var rowGroups: String {
    "SELECT row_number, CAST(NULL AS TEXT) AS site, CAST(NULL AS TEXT) AS subject FROM stage_row"
  }
  public func entryCounts(_ session: any Session) throws -> EntryCounts { EntryCounts() }
  public func nameOfWhole(_ session: any Session, job: Int) throws -> String? { nil }
  public func createdRecords(_ session: any Session, job: Int) throws -> Int? {
    guard let table = RecordTable.of(Self.record) else { return nil }
    let place = table.isOfSitting ? "sitting = \(context.sittingID) AND " : ""
    return try session.count(
      "SELECT count(*) FROM \(table.table) WHERE \(place)created_job = $1", [.integer(job)])
  }
}

/// 暂存字段 — a field of the layout and the column of the staging table that keeps it.
public struct StagedField: Sendable {
  /// The field's name in layouts.
  public let field: String
  /// The column in SQL.
  public let column: String

  /// A field and its column.
  public init(_ field: String, _ column: String) {
    self.field = field
    self.column = column
  }
}

/// 暂存明细 — a staging table for what a row holds several of, such as its subjects.
public struct StagedDetails: Sendable {
  /// The table's name.
  public let table: String
  /// Its columns with types, after `row_number`.
  public let columns: [(name: String, type: String)]
  /// What one row puts into it.
  public let rows: @Sendable (DecodedRow) -> [[SQLValue]]

  /// A table of details.
  public init(
    table: String, columns: [(name: String, type: String)],
    rows: @escaping @Sendable (DecodedRow) -> [[SQLValue]]
  ) {
    self.table = table
    self.columns = columns
    self.rows = rows
  }
}

/// 合并冲突 — the data changed between judging and merging; nothing was merged.
public struct MergeConflict: Error {
  /// A conflict.
  public init() {}
}

/// 导入种类目录 — every kind there is, by name.
public enum ImportKinds {
  /// All kinds in the order of their names.
  public static let all: [any ImportKind.Type] = everyImportKind.sorted { $0.name < $1.name }

  /// The kind of a name.
  public static func named(_ name: String) -> (any ImportKind.Type)? { all.first { $0.name == name } }
}

public import ExamModel
internal import Programmes
public import Storage
public import Tabular

/// 机考文件种类 — an import that keeps an archive as it came and makes no records of its content: it is a sound archive,
/// its entries are counted as rows, and it has a state (MOC-01, EXC-01). No window gates it (WIN-05).
public protocol SiteFileKind: ImportKind {
  /// The state in which a file begins.
  static var firstState: SiteFileState { get }
  /// Whether none is taken while another one of the site is processed (MOC-01).
  static var waitsForProcessing: Bool { get }
}

extension SiteFileKind {
  public static var window: WindowKind? { nil }
  public static var source: ImportSource { .archive }
  public static var record: RecordKind { .file }
  public static var layout: String? { nil }
  public static var makesRecordOfRow: Bool { false }
  public static var waitsForProcessing: Bool { false }

  public static func refusal(_ context: ImportContext) -> Wording? {
    context.programme.levels.isSite(context.site)
      ? nil
      : Wording(
        zh: "\(context.site) 不是考点，机考文件只能属于考点。请检查 --site。",
        en: "\(context.site) is no site; these files belong to sites. Check --site.")
  }

  public static var undoRefusal: Wording? {
    Wording(
      zh: "机考文件不用撤销：请用 kaowu files delete 删除。",
      en: "A file is not taken back: remove it with kaowu files delete.")
  }

  public var stagedFields: [StagedField] { SiteFileStaging.fields.map { StagedField($0, $0) } }

  public var details: StagedDetails? {
    StagedDetails(table: SiteFileStaging.pieces, columns: [("content", "BYTEA")]) { _ in [] }
  }

  public func check(_ row: inout DecodedRow) {}

  public var judgements: [Judgement] { [] }

  public func forEachChange(_ session: any Session, _ body: (RecordChange) throws -> Void) throws {}
}

/// 机考文件种类目录 — the names of all kinds of site files.
public enum SiteFileKinds {
  /// In the order of the names.
  public static let names = ImportKinds.all.filter { $0 is any SiteFileKind.Type }.map { $0.name }
}

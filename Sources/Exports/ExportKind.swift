public import ExamModel
public import Storage
public import Tabular

/// 导出种类 — one kind of package: what must hold before it can be made, and how it is written. One file in `Kinds` is one
/// kind.
///
/// A kind reads through one `Session`, which is one snapshot (DOC-08), writes to a file that appears only when it is
/// whole, and keeps its memory flat: a row or a picture at a time.
public protocol ExportKind: Sendable {
  /// The name on the command line: `machine-test`.
  static var name: String { get }
  /// What people call it.
  static var title: Wording { get }
  /// The rule that says what it holds.
  static var rule: String { get }
  /// The operating window it needs (WIN-04); nil where it is never gated (WIN-05).
  static var window: WindowKind? { get }
  /// Whether making it changes what is stored: then only whoever may change the site makes it, and never of a closed
  /// sitting. It is written in the transaction of the change, unless it is written aside.
  static var changesStore: Bool { get }
  /// Whether it is written of a snapshot all the same, and what it changes is its outcome's `note`: for what takes long,
  /// because nobody else writes while a transaction is open.
  static var isWrittenAside: Bool { get }
  /// The options that mean something to it.
  static var options: Set<ExportOption> { get }
  /// The words of its findings.
  static var templates: [FindingTemplate] { get }

  /// The extension of the file that it makes.
  /// - Throws: `ExportRefusal` where the programme does not define such an export, `UnfitOption` where it cannot be
  ///   written as is asked for.
  static func fileExtension(_ context: ExportContext) throws -> String

  /// Why it cannot be made of the site's data now; nil where it can.
  static func refusal(_ context: ExportContext, _ session: any Session) throws -> Wording?

  /// Which stored values it is made of, so that a list can say whether they have changed since (DOC-01): what documents
  /// print, unless a kind says more exactly what it reads. Nil for what cannot be made a second time.
  /// - Throws: `ExportRefusal` and `FileError` as `write` does.
  static func basis(_ context: ExportContext) throws -> PackageBasis?

  /// Writes the package to `path`, where it appears when it is whole; where a finding is an error nothing appears.
  /// - Throws: `FileError` where the disk fails, `StoreError`, `CancellationError`; nothing appears then.
  static func write(
    _ context: ExportContext, to path: String, _ session: any Session
  ) throws -> ExportOutcome
}

extension ExportKind {
  public static var window: WindowKind? { nil }
  public static var changesStore: Bool { false }
  public static var isWrittenAside: Bool { false }
  public static var options: Set<ExportOption> { [] }
  public static func basis(_ context: ExportContext) throws -> PackageBasis? { .printed }
}

/// 导出种类目录 — every kind there is, by name, and the words of their findings.
public enum ExportKinds {
  /// All kinds in the order of their names.
  public static let all: [any ExportKind.Type] = everyExportKind.sorted { $0.name < $1.name }

  /// The kind of a name.
  public static func named(_ name: String) -> (any ExportKind.Type)? { all.first { $0.name == name } }

  /// The words of every code that any export can emit, in the order of the codes.
  public static let templates = byCode.values.sorted { $0.code < $1.code }

  // Kinds of one rule share their words.
  private static let byCode = Dictionary(all.flatMap { $0.templates }.map { ($0.code, $0) }) { first, _ in
    first
  }

  /// A finding of an export in the words of a language.
  public static func reported(_ finding: Finding, in language: Language) -> ReportedFinding {
    let template = byCode[finding.code]
    return ReportedFinding(
      finding, message: template?.message.filled(with: finding.arguments, in: language) ?? finding.code,
      suggestion: finding.suggestion ?? template?.advice.filled(with: finding.arguments, in: language))
  }
}

internal import DBFFormat
public import ExamModel
public import Programmes
public import Tabular
internal import ZIPFormat

/// 导出环境 — everything but the stored rows that a package depends on. A value: the same context and the same snapshot
/// make the same bytes.
public struct ExportContext: Sendable {
  /// The programme whose layouts and codes hold.
  public let programme: Programme
  /// The sitting's key in the store.
  public let sittingID: Int
  /// The sitting as it was loaded.
  public let sitting: SittingDefinition
  /// The site's code.
  public let site: String
  /// The clock: when the package is made.
  public let now: Instant
  /// Who makes it.
  public let user: String
  /// The language of headings and notes that are not the programme's own.
  public let language: Language
  /// What was asked for.
  public let options: ExportOptions
  /// What signs the package's manifest; nil where nobody does.
  public let seal: PackageSeal?
  /// Shows how many records are written, and how many there will be.
  public let progress: @Sendable (_ done: Int, _ total: Int?) -> Void

  /// A context.
  public init(
    programme: Programme, sittingID: Int, sitting: SittingDefinition, site: String, now: Instant,
    user: String, language: Language, options: ExportOptions,
    seal: PackageSeal? = nil,
    progress: @escaping @Sendable (_ done: Int, _ total: Int?) -> Void = { _, _ in }
  ) {
    self.programme = programme
    self.sittingID = sittingID
    self.sitting = sitting
    self.site = site
    self.now = now
    self.user = user
    self.language = language
    self.options = options
    self.seal = seal
    self.progress = progress
  }

  /// The layout of a name.
  /// - Throws: `ExportRefusal` where the programme has none.
  func layout(_ name: String) throws(ExportRefusal) -> ExportLayout {
    guard let layout = programme.exports[name] else {
      throw ExportRefusal(
        zh: "考试项目 \(programme.id) 没有导出“\(name)”的定义（exports/\(name).yaml）。",
        en: "Programme \(programme.id) defines no export “\(name)” (exports/\(name).yaml).")
    }
    return layout
  }

  /// The name of a layout's file, without extension.
  func fileName(of layout: ExportLayout) -> String {
    layout.file.replacing("{site}", with: site).replacing("{sitting}", with: sitting.id)
  }

  /// Shows that one more record is written; called for each.
  /// - Throws: `CancellationError` once the work is to stop.
  func step(_ done: Int, of total: Int?) throws {
    guard done % 1_000 == 0 || done == total else { return }
    try Task.checkCancellation()
    progress(done, total)
  }

  /// The moment of making as entries of an archive carry it.
  var entryDate: ZIPDate {
    let (date, second) = (now.date, now.secondOfDay)
    return ZIPDate(
      year: date.year, month: date.month, day: date.day, hour: second / 3_600, minute: second / 60 % 60,
      second: second % 60)
  }

  /// The day of making as a DBF header carries it.
  /// - Throws: `.unsupported` for a clock outside the years that a header can hold.
  func tableDate() throws(FileError) -> DBFDate {
    guard let date = DBFDate(year: now.date.year, month: now.date.month, day: now.date.day) else {
      throw FileError(
        .unsupported, zh: "DBF 文件头只能记 1900–2155 年，时钟是 \(now.date.year) 年。请检查时钟。",
        en: "A DBF header holds the years 1900–2155, the clock says \(now.date.year). Check the clock.")
    }
    return date
  }
}

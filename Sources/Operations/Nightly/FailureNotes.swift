internal import ExamModel
internal import Exports
internal import Files
internal import Foundation
internal import Tabular

/// 失败说明 — says of a file that was not taken why not, and what to do: in a text beside the file, and where there was no
/// import to report on, in a workbook and a JSON file like those of an import.
struct FailureNotes {
  let office: Office
  let inbox: Inbox
  let language: Language

  /// The most findings that the text shows; the report has all.
  private static let most = 10
  /// A file is written under its name with something behind it, and only then gets the name.
  private static let mostName = 200

  /// Writes the text beside the file, under the name that the file will have.
  func write(_ failed: NightlySummary.Failed, _ result: ImportResult?, beside name: FolderEntryName) throws {
    var lines = summary(failed).map { "\($0.name[language])：\($0.value)" }
    if let result {
      lines.append("")
      for finding in result.findings.prefix(Self.most) {
        let place = finding.cell ?? finding.row.map { Wording(zh: "第 \($0) 行", en: "row \($0)")[language] }
        lines.append(
          "✗ "
            + [place, finding.message, finding.suggestion, "[\(finding.rule)]"].compactMap(\.self)
            .joined(separator: " "))
      }
      let rest = result.findingsTotal - min(result.findings.count, Self.most)
      if rest > 0 { lines.append(Wording(zh: "……另有 \(rest) 处，见报告。", en: "… and \(rest) more.")[language]) }
    }
    let text = name.appending(".txt", most: Self.mostName)
    let file = try WholeFile(path: inbox.failed.path + "/" + text.text)
    var sink: any ByteSink = file
    try sink.write(lines.joined(separator: "\n") + "\n")
    try file.finish()
  }

  /// Writes a report of a file that no import could be made of.
  /// - Returns: the workbook's path.
  func writeReport(of failed: NightlySummary.Failed) throws -> String {
    let time = office.now.minuteStamp
    let stem = FolderEntryName(failed.file).appending("-\(time)", most: Self.mostName)
    let name = free(stem, endings: [".xlsx", ".json"])
    let path = inbox.reports.path + "/" + name.text
    try ImportReportWorkbook(language: language, created: office.now.secondsSince1970).write(
      to: path + ".xlsx", title: Wording(zh: "夜间任务", en: "Nightly job"), summary: summary(failed),
      findings: { _ in }, original: nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let file = try WholeFile(path: path + ".json")
    var sink: any ByteSink = file
    try sink.write(String(decoding: try encoder.encode(failed), as: UTF8.self) + "\n")
    try file.finish()
    return path + ".xlsx"
  }

  /// A stem of which no report has the name yet; a kill may have left the first of two.
  private func free(_ stem: FolderEntryName, endings: [String]) -> FolderEntryName {
    var (name, number) = (stem, 1)
    while endings.allSatisfy({ inbox.reports.stamp(of: name.appending($0)) != nil }) {
      number += 1
      name = stem.appending("-\(number)")
    }
    return name
  }

  private func summary(_ failed: NightlySummary.Failed) -> ImportReportWorkbook.Summary {
    let optional: [(name: Wording, value: String?)] = [
      (Wording(zh: "种类", en: "Kind"), failed.kind), (Wording(zh: "考次", en: "Sitting"), failed.sitting),
      (Wording(zh: "考点", en: "Site"), failed.site), (Wording(zh: "任务", en: "Job"), failed.job),
      (Wording(zh: "代码", en: "Code"), failed.rule), (Wording(zh: "报告", en: "Report"), failed.report),
    ]
    return [
      (Wording(zh: "文件", en: "File"), failed.file),
      (Wording(zh: "时间", en: "When"), office.now.text),
      (Wording(zh: "结果", en: "Outcome"), Wording(zh: "没有导入", en: "not taken")[language]),
      (Wording(zh: "原因", en: "Why"), failed.reason),
    ] + optional.compactMap { line in line.value.map { (line.name, $0) } }
  }
}

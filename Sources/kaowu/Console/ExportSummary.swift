internal import Operations
internal import Tabular

/// 导出摘要 — what a person sees of an export: the findings, and where the package lies.
struct ExportSummary {
  private let result: ExportResult

  init(_ result: ExportResult) { self.result = result }

  func print(to console: Console) {
    for finding in result.findings { console.print(FindingLine(finding).line(in: console.language)) }
    if result.findingsTotal > result.findings.count {
      console.say(
        zh: "……共 \(result.findingsTotal) 个问题，以上是前 \(result.findings.count) 个。",
        en: "… \(result.findingsTotal) findings; these are the first \(result.findings.count).")
    }
    guard let path = result.path, let bytes = result.bytes, let sha256 = result.sha256 else {
      console.say(zh: "因以上问题未生成数据包。", en: "No package was made because of the findings above.")
      return
    }
    console.say(
      zh: "已生成：\(path)\n\(result.records) 条记录，\(bytes) 字节，SHA-256 \(sha256)",
      en: "Made: \(path)\n\(result.records) records, \(bytes) bytes, SHA-256 \(sha256)")
  }
}

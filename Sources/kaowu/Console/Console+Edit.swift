internal import Operations
internal import Tabular

/// 修改的输出 — a record that was edited, or the findings that kept it from being kept.
private struct EditResult<Item: Encodable>: Encodable {
  var done: Bool
  var item: Item
  var findings: [FindingLine]
}

extension Console {
  /// Prints what an edit by hand came to; `wording` is said where it was kept.
  /// - Throws: `ExitStatus.findings` where something is wrong with what was typed.
  func show<Record>(
    _ edit: Edit<Record>, _ item: some Encodable, _ wording: () -> Wording
  ) throws {
    let findings = edit.findings.map { FindingLine($0, in: language) }
    if isJSON {
      try print(json: EditResult(done: edit.isDone, item: item, findings: findings))
    } else {
      for finding in findings { print(finding.line(in: language)) }
    }
    guard edit.isDone else {
      say(
        zh: "有 \(findings.count) 处错误，没有改变任何数据。", en: "\(findings.count) errors; nothing was changed.")
      throw ExitStatus.findings
    }
    say(wording())
  }
}

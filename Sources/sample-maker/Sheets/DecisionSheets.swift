/// 审核结果表、考后更正表 — what the office decides on registrations, and what is mended after the exam.
enum DecisionSheets {
  /// One in four of the candidates; one in ten of those is turned down.
  static func audit(_ candidates: [Candidate]) -> (sheet: Sheet, expected: ExpectedOutcome) {
    let kinds = [("照片有问题", "照片不是近期免冠照"), ("1", "姓名与证件不符"), ("其他", "未提交承诺书")]
    let chosen = candidates.indices.filter { $0 % 4 == 1 }.map { candidates[$0] }
    let rows = chosen.enumerated().map { number, candidate -> [Sheet.Cell] in
      guard number % 10 == 7 else {
        return [.text(candidate.document.number), number % 2 == 0 ? "通过" : "1", .blank, .blank]
      }
      let (kind, reason) = kinds[number / 10 % kinds.count]
      return [.text(candidate.document.number), "不通过", .text(kind), .text(reason)]
    }
    return (
      Sheet(name: "审核结果", rows: [["证件号码", "审核结果", "不通过类型", "不通过原因"]] + rows),
      ExpectedOutcome(state: "done", read: rows.count)
    )
  }

  /// Four corrections, and one that is for nobody.
  static func corrections(
    _ candidates: [Candidate]
  ) -> (sheet: Sheet, expected: ExpectedOutcome, faulty: Sheet, faults: ExpectedOutcome) {
    func number(_ index: Int) -> Sheet.Cell { .text(candidates[index].document.number) }
    let rows: [[Sheet.Cell]] = [
      [number(3), "户籍更名", "李更正", .blank, .blank], [number(20), "电话换号", .blank, "19900590001", .blank],
      [number(45), "毕业证书邮寄地址", .blank, .blank, "测试省地市七学院路201号"],
      [number(70), "录入有误", "王更正", "19900590002", .blank],
    ]
    let headings: [Sheet.Cell] = ["证件号码", "更正原因", "姓名", "联系电话", "联系地址"]
    let stranger = IdentityDocument.residentID(
      prefix: "990702", birth: BirthDate(year: 2001, month: 2, day: 3), sequence: 999)
    let wrong: [[Sheet.Cell]] = [
      [.text(stranger.number), "户籍更名", "无此人", .blank, .blank], [number(90), .blank, "无原因", .blank, .blank],
    ]
    let findings: [ExpectedOutcome.Finding] = [
      .init(rule: "CCP-02", row: 6, column: "证件号码"), .init(rule: "REQ", row: 7, column: "更正原因"),
    ]
    return (
      Sheet(name: "考后更正", rows: [headings] + rows), ExpectedOutcome(state: "done", read: 4),
      Sheet(name: "考后更正", rows: [headings] + rows + wrong),
      ExpectedOutcome(state: "refused", read: 6, findings: findings)
    )
  }
}

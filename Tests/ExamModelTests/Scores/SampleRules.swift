import ExamModel

/// Rules of an invented programme: subject AA is graded by its total, BB has two halves that each need 30, CC has a part
/// of 40 points that needs 20 and a certificate only beside AA.
enum SampleRules {
  static func points(_ whole: Int) -> Hundredths { Hundredths(value: whole * 100) }

  static let rules = ScoreRules(
    least: points(0), most: points(100),
    outcomes: [
      .init(code: 3, name: "优秀", standing: .passed, from: points(90)),
      .init(code: 2, name: "良好", standing: .passed, from: points(80)),
      .init(code: 1, name: "合格", standing: .passed, from: points(60)),
      .init(code: 0, name: "不合格", standing: .failed, from: points(0)),
      .init(code: -1, name: "缺考", standing: .absent, violation: "1"),
      .init(code: -2, name: "夹带", standing: .cheating, violation: "3"),
      .init(code: -3, name: "抄袭", standing: .cheating, violation: "3"),
      .init(code: -7, name: "扰乱", standing: .violation, violation: "2"),
    ],
    parts: [
      .init(field: "half1", most: points(50), least: points(30), subjects: ["BB"], sum: "paper"),
      .init(field: "half2", most: points(50), least: points(30), subjects: ["BB"], sum: "paper"),
      .init(field: "choice", most: points(40), least: points(20), subjects: ["CC"]),
    ],
    requirements: ["CC": ["AA"]], certificate: try? TicketPattern("{subject:2}{sitting:2}{serial:10}"))
}

import ExamModel
import Testing

@Suite struct ScoreJudgingTests {
  private func judge(
    _ score: Int?, _ result: Int? = nil, _ violation: String? = nil, of subject: String = "AA",
    parts: [String: Int] = [:]
  ) -> ScoreJudgement {
    SampleRules.rules.judge(
      ScoreRow(
        subject: subject, score: score.map(SampleRules.points), result: result, violation: violation,
        parts: parts.mapValues(SampleRules.points)))
  }

  @Test(
    "SCO-05 the grade table decides at its bounds",
    arguments: [(100, 3), (90, 3), (89, 2), (80, 2), (79, 1), (60, 1), (59, 0), (0, 0)])
  func grades(score: Int, result: Int) {
    #expect(judge(score).result == result)
    #expect(judge(score, result).faults == [])
    for other in [3, 2, 1, 0] where other != result {
      #expect(judge(score, other).faults == [.gradeDiffers(expected: result)])
    }
  }

  @Test("SCO-05 a score outside the paper's points or with decimals is a fault", arguments: [-1, 101])
  func range(score: Int) {
    #expect(judge(score).faults == [.outOfRange(least: SampleRules.points(0), most: SampleRules.points(100))])
    let half = SampleRules.rules.judge(ScoreRow(subject: "AA", score: Hundredths(value: 8550)))
    #expect(half.faults == [.decimals(most: 0)])
  }

  @Test("SCO-05 an absent candidate has score 0 or none", arguments: [nil, 0])
  func absent(score: Int?) {
    #expect(judge(score, -1) == judge(score, -1, "1"))
    #expect(judge(score, -1).standing == .absent)
    #expect(judge(score, -1).faults == [])
    #expect(judge(60, -1).faults == [.scoreNotAllowed])
    #expect(judge(nil, nil, "1").result == -1)
  }

  @Test("SCO-05 a violating candidate has no score, and a result of the same standing")
  func violations() {
    #expect(judge(nil, -7, "2").faults == [])
    #expect(judge(0, 0, "3").standing == .cheating)
    #expect(judge(0, 0, "-3").result == -3)
    #expect(judge(nil, nil, "2").result == -7)
    #expect(judge(nil, nil, "3").result == nil, "cheating has several result codes")
    #expect(judge(85, 2, "3").faults == [.scoreNotAllowed, .violationDiffers])
    #expect(judge(0, -1, "3").faults == [.violationDiffers])
    #expect(judge(70, -7).faults == [.scoreNotAllowed])
  }

  @Test("SCO-05 unknown codes and missing scores are named")
  func unknown() {
    #expect(judge(70, 7).faults == [.unknownResult])
    #expect(judge(70, 1, "8").faults == [.unknownViolation])
    #expect(judge(70, 1, "1x").faults == [.unknownViolation])
    #expect(judge(nil).faults == [.scoreMissing])
    #expect(judge(nil, 1).faults == [.scoreMissing])
  }

  @Test("SCO-05 each half must be passed on its own, and the halves sum to the score")
  func halves() {
    #expect(judge(60, 1, of: "BB", parts: ["half1": 30, "half2": 30]).faults == [])
    #expect(judge(79, 1, of: "BB", parts: ["half1": 50, "half2": 29]).faults == [.gradeDiffers(expected: 0)])
    #expect(judge(79, 0, of: "BB", parts: ["half1": 50, "half2": 29]).standing == .failed)
    #expect(
      judge(70, of: "BB", parts: ["half1": 30, "half2": 30]).faults == [
        .partSum(expected: SampleRules.points(60))
      ])
    #expect(
      judge(81, of: "BB", parts: ["half1": 51, "half2": 30]).faults
        == [.partOutOfRange(field: "half1", most: SampleRules.points(50))])
    #expect(
      judge(70, 1, of: "BB", parts: ["half1": 35]).faults == [],
      "a half that the file leaves out is not judged")
    #expect(judge(70, 1, of: "AA", parts: ["half1": 1]).faults == [], "the subject has no halves")
  }

  @Test("SCO-05 a part of its own decides only where the file gives it")
  func choice() {
    #expect(judge(79, of: "CC", parts: ["choice": 19]).result == 0)
    #expect(judge(79, of: "CC", parts: ["choice": 20]).result == 1)
    #expect(judge(79, of: "CC").result == 1)
    #expect(judge(30, of: "CC", parts: ["choice": 19]).result == 0)
  }

  @Test("a passed subject without the one it rests on is kept, not certified")
  func kept() {
    let rules = SampleRules.rules
    #expect(rules.certificate(subject: "CC", standing: .passed, passed: []) == .kept(until: ["AA"]))
    #expect(rules.certificate(subject: "CC", standing: .passed, passed: ["AA"]) == .due)
    #expect(rules.certificate(subject: "CC", standing: .failed, passed: ["AA"]) == .none)
    #expect(rules.certificate(subject: "AA", standing: .passed, passed: []) == .due)
  }

  @Test("a certificate number begins with the row's subject and sitting")
  func certificates() {
    let fault = {
      SampleRules.rules.certificateFault($0, standing: $1, expected: ["subject": "24", "sitting": "58"])
    }
    #expect(fault("24580000000001", .passed) == nil)
    #expect(fault("", .failed) == nil)
    #expect(fault("24580000000001", .failed) == .notDue)
    #expect(fault("2458000000001", .passed) == .form)
    #expect(fault("24590000000001", .passed) == .differs(field: "sitting", expected: "58"))
    #expect(fault("26580000000001", .passed) == .differs(field: "subject", expected: "24"))
  }
}

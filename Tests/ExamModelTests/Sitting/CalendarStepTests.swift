import ExamModel
import Testing

@Suite("Steps of a calendar")
struct CalendarStepTests {
  private let deadline = Instant(secondsSince1970: 1_587_456_000)

  @Test(
    "WIN-08 a step is open, due in its last 24 hours, and overdue from its deadline on",
    arguments: [
      (-86_401, CalendarStep.State.open), (-86_400, .due), (-1, .due), (0, .overdue), (1, .overdue),
    ])
  func states(offset: Int, state: CalendarStep.State) {
    let step = CalendarStep(step: "编排", responsible: ["site"], deadline: deadline)
    #expect(step.state(at: deadline.adding(seconds: offset), isDone: false) == state)
    #expect(step.state(at: deadline.adding(seconds: offset), isDone: true) == .done)
  }

  @Test("WIN-08 a step without a deadline is never due")
  func noDeadline() {
    let step = CalendarStep(step: "下载", responsible: ["site"], start: deadline)
    #expect(step.state(at: Instant(secondsSince1970: .max), isDone: false) == .open)
  }
}

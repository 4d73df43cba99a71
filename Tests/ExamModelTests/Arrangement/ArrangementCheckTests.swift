import ExamModel
import Testing

@Suite("编排核对")
struct ArrangementCheckTests {
  typealias Problem = ArrangementProblem
  typealias Seat = ArrangementResult.Seat

  /// Two candidates, the first with two subjects; rooms at 8 and at 10:15 of day 1, at 8 of day 2.
  let problem = Problem(
    entries: [
      .init(id: 1, candidate: 1, subject: 0, preferredDay: 1), .init(id: 2, candidate: 1, subject: 1),
      .init(id: 3, candidate: 2, subject: 0, preferredDay: 2),
    ],
    subjects: [
      .init(code: "26", days: [1...1]), .init(code: "35", days: [1...2], kind: "machine", minutes: 120),
    ],
    batches: [
      .init(room: 1, number: 1, kind: "machine", day: 1, start: 480, end: 600, seats: 2),
      .init(room: 1, number: 2, kind: "machine", day: 1, start: 615, end: 735, seats: 2),
      .init(room: 1, number: 3, kind: "machine", day: 2, start: 480, end: 600, seats: 2),
      .init(room: 2, number: 1, kind: "written", day: 1, start: 900, end: 990, seats: 2),
    ])

  func faults(_ seats: [Seat], gaps: Bool = true) -> [ArrangementCheck.Fault] {
    ArrangementCheck(problem).faults(in: seats, gaps: gaps)
  }

  func seat(_ batch: Int, _ place: Int) -> Seat { Seat(batch: batch, place: place) }

  @Test("ARR-03 a right arrangement has no fault")
  func right() {
    #expect(faults([seat(0, 1), seat(2, 1), seat(0, 2)]).isEmpty)
  }

  @Test("ARR-07 a missing seat and an unknown batch are found")
  func missing() {
    #expect(faults([seat(0, 1)]) == [.seatCount(expected: 3, found: 1)])
    #expect(faults([seat(0, 1), seat(9, 1), seat(0, 2)]) == [.unknownBatch(entry: 1)])
  }

  @Test("ARR-03 no seat twice, no place beyond the room's seats, no gap")
  func places() {
    #expect(faults([seat(0, 1), seat(2, 1), seat(0, 1)]) == [.takenSeat(entry: 2, by: 0)])
    #expect(
      faults([seat(0, 1), seat(2, 1), seat(0, 3)]) == [
        .beyondSeats(entry: 2, place: 3, seats: 2), .gap(batch: 0, place: 2),
      ])
    #expect(faults([seat(0, 1), seat(2, 2), seat(0, 2)]) == [.gap(batch: 2, place: 1)])
    #expect(faults([seat(0, 1), seat(2, 2), seat(0, 2)], gaps: false).isEmpty)
  }

  @Test("ARR-03 dates, kinds and lengths are judged")
  func kinds() {
    #expect(faults([seat(0, 1), seat(2, 1), seat(2, 2)]) == [.wrongDay(entry: 2)])
    #expect(
      faults([seat(0, 1), seat(3, 1), seat(0, 2)]) == [
        .wrongKind(entry: 1), .tooShort(entry: 1, minutes: 90),
      ])
  }

  @Test("ARR-03 fifteen minutes between two subjects of a candidate are too few")
  func distance() {
    #expect(faults([seat(0, 1), seat(1, 1), seat(0, 2)]) == [.tooClose(entry: 1, other: 0)])
  }

  @Test("ARR-05 seats that stand are respected")
  func standing() {
    var problem = problem
    problem.standing = [.init(candidate: 2, batch: 1, place: 1)]
    let check = ArrangementCheck(problem)
    #expect(
      check.faults(in: [seat(1, 1), seat(2, 1), seat(0, 1)]) == [
        .takenSeat(entry: 0, by: nil), .tooClose(entry: 2, other: nil),
      ])
  }

  @Test("ARR-04 wishes are counted")
  func wishes() {
    let wishes = ArrangementCheck(problem).wishes(in: [seat(0, 1), seat(2, 1), seat(0, 2)])
    #expect(wishes.asked == 2 && wishes.kept == 1)
  }
}

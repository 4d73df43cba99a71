import ExamModel
import Testing

@Suite("考场与批次")
struct RoomsCheckTests {
  typealias Batch = ArrangementProblem.Batch

  func batch(
    _ number: Int, _ start: Int, _ end: Int, room: Int = 1, day: Int = 1, seats: Int = 30
  ) -> Batch {
    Batch(room: room, number: number, day: day, start: start, end: end, seats: seats)
  }

  func faults(_ batches: Batch...) -> [RoomsCheck.Fault] {
    RoomsCheck(examDays: [1, 2]).faults(in: batches)
  }

  @Test("ARR-01 batches from 08:00 to 20:00 of an exam day are right, also end to start")
  func right() {
    #expect(
      faults(batch(1, 480, 600), batch(2, 600, 720), batch(3, 1080, 1200), batch(1, 480, 600, room: 2))
        .isEmpty)
  }

  @Test("ARR-01 a batch before 08:00, after 20:00 or on another day is a fault")
  func hours() {
    #expect(faults(batch(1, 479, 600)) == [.outsideHours(batch: 0)])
    #expect(faults(batch(1, 1100, 1201)) == [.outsideHours(batch: 0)])
    #expect(faults(batch(1, 480, 600, day: 3)) == [.notAnExamDay(batch: 0)])
  }

  @Test("ARR-01 a batch ends after it starts and has seats")
  func shape() {
    #expect(faults(batch(1, 600, 600)) == [.endsBeforeStart(batch: 0)])
    #expect(faults(batch(1, 480, 600, seats: 0)) == [.noSeats(batch: 0)])
  }

  @Test("ARR-01 batches of one room do not overlap, those of two rooms and two days may")
  func overlaps() {
    #expect(faults(batch(2, 540, 660), batch(1, 480, 600)) == [.overlap(batch: 0, earlier: 1)])
    #expect(faults(batch(1, 480, 600), batch(2, 540, 660, day: 2), batch(1, 540, 660, room: 2)).isEmpty)
    // A long batch overlaps all that begin within it, not only the next.
    #expect(
      faults(batch(1, 480, 900), batch(2, 540, 600), batch(3, 700, 800)) == [
        .overlap(batch: 1, earlier: 0), .overlap(batch: 2, earlier: 0),
      ])
  }

  @Test("ARR-01 room and batch numbers stand once")
  func doubled() {
    #expect(faults(batch(1, 480, 600), batch(1, 660, 780)) == [.doubledNumber(batch: 1, first: 0)])
    #expect(RoomsCheck.doubledRooms([3, 1, 3, 2, 1, 3]) == [1, 3])
  }

  @Test("ARR-01 used rooms and batches cannot be deleted")
  func deleting() {
    let batches = [batch(1, 480, 600), batch(2, 660, 780), batch(1, 480, 600, room: 2)]
    #expect(RoomsCheck.undeletable(batches: [0, 1], used: [1, 2]) == [1])
    #expect(RoomsCheck.undeletable(rooms: [1, 2], batches: batches, used: [1]) == [1])
    #expect(RoomsCheck.undeletable(rooms: [2], batches: batches, used: [1]).isEmpty)
  }
}

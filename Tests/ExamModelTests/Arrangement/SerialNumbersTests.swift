import ExamModel
import Testing

@Suite("准考证流水号")
struct SerialNumbersTests {
  func batch(_ room: Int, _ number: Int, seats: Int) -> ArrangementProblem.Batch {
    ArrangementProblem.Batch(room: room, number: number, day: 1, start: 480, end: 600, seats: seats)
  }

  @Test("TIC-01 room 03 of 60 places, batch 3, place 4 has the serial 0124")
  func manual() {
    let serials = SerialNumbers((1...4).map { batch(3, $0, seats: 60) } + [batch(2, 1, seats: 10)])
    #expect(serials.serial(room: 3, batch: 3, place: 4) == 124)
    #expect(serials.text(room: 3, batch: 3, place: 4, digits: 4) == "0124")
    #expect(serials.text(room: 2, batch: 1, place: 10, digits: 4) == "0010")
  }

  @Test("TIC-01 no serial comes twice in a room, and full batches leave none out")
  func distinct() {
    let batches = [batch(1, 2, seats: 7), batch(1, 1, seats: 5), batch(1, 9, seats: 3)]
    let serials = SerialNumbers(batches)
    let all = batches.flatMap { batch in
      (1...batch.seats).compactMap { serials.serial(room: batch.room, batch: batch.number, place: $0) }
    }
    #expect(all.sorted() == Array(1...15))
  }

  @Test("TIC-01 serials are the same in whatever order the batches are listed")
  func stable() {
    let batches = (1...6).map { batch(1 + $0 % 2, $0, seats: 10 + $0) }
    let one = SerialNumbers(batches)
    let other = SerialNumbers(batches.reversed())
    for batch in batches {
      let serial = one.serial(room: batch.room, batch: batch.number, place: 3)
      #expect(serial != nil && serial == other.serial(room: batch.room, batch: batch.number, place: 3))
    }
  }

  @Test("TIC-01 an unknown batch and a serial of five digits have no text")
  func none() {
    let serials = SerialNumbers([batch(1, 1, seats: 9_999), batch(1, 2, seats: 5)])
    #expect(serials.serial(room: 1, batch: 3, place: 1) == nil)
    #expect(serials.text(room: 1, batch: 1, place: 9_999, digits: 4) == "9999")
    #expect(serials.text(room: 1, batch: 2, place: 1, digits: 4) == nil)
  }
}

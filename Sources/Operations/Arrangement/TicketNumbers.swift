internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 准考证号 — makes ticket numbers of seats in the programme's form (TIC-01). A number depends on its seat and the room's
/// batches alone, so it is the same however often it is made.
struct TicketNumbers {
  private let pattern: TicketPattern
  private let sitting: OpenSitting
  private let site: String
  private let serials: SerialNumbers
  private let levels: [String: String]

  init(_ pattern: TicketPattern, sitting: OpenSitting, site: String, batches: [RoomBatchRecord]) {
    self.pattern = pattern
    self.sitting = sitting
    self.site = site
    serials = SerialNumbers(batches.map(ArrangementTerms.batch))
    let subjects = sitting.programme.subjects(inSitting: sitting.definition.number)
    levels = Dictionary(subjects.map { ($0.code, $0.level) }) { first, _ in first }
  }

  /// The seats with their ticket numbers.
  /// - Throws: `Refusal` where the form has no room for a number, or asks for what a seat does not have.
  func number(_ seats: [SeatRecord]) throws(Refusal) -> [SeatRecord] {
    var numbered = seats
    for (index, seat) in seats.enumerated() {
      do throws(TicketNumberFault) {
        numbered[index].ticket = try pattern.make { value(of: $0, seat) }
      } catch {
        throw refusal(error, seat)
      }
    }
    return numbered
  }

  private func value(of field: String, _ seat: SeatRecord) -> String? {
    switch field {
    case "subject": seat.subject
    case "level": levels[seat.subject]
    case "sitting": String(sitting.definition.number)
    case "site": site
    case "room": seat.room
    case "batch": String(seat.batch)
    case "seat": String(seat.seat)
    case "serial":
      serials.serial(room: Int(seat.room) ?? 0, batch: seat.batch, place: seat.seat).map(String.init)
    default: nil
    }
  }

  private func refusal(_ fault: TicketNumberFault, _ seat: SeatRecord) -> Refusal {
    let place = Wording(
      zh: "考场 \(seat.room) 批次 \(seat.batch) 座位 \(seat.seat)",
      en: "Room \(seat.room), batch \(seat.batch), seat \(seat.seat)")
    let why =
      switch fault {
      case .missing(let field):
        Wording(zh: "准考证号格式要的 {\(field)} 没有值", en: "the form asks for {\(field)}, which it does not have")
      case .tooWide(let field, let value, let width):
        Wording(
          zh: "{\(field)} 的值 \(value) 超过 \(width) 位；请减少这个考场的座位或批次",
          en: "{\(field)} is \(value), more than \(width) characters; give the room fewer seats or batches")
      case .characters(let field, let value):
        Wording(
          zh: "{\(field)} 的值 \(value) 不是字母和数字",
          en: "{\(field)} is \(value), not of letters and digits")
      }
    return Refusal(
      .precondition, rule: "TIC-01",
      Wording(
        zh: "不能生成准考证号：\(place.zh)，\(why.zh)。没有生成任何号码。",
        en: "No ticket numbers were made. \(place.en): \(why.en)."))
  }
}

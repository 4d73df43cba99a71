internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 准考证号生成结果 — what `tickets number` prints.
public struct TicketNumbering: Sendable, Codable, Equatable {
  /// How many entries the site has.
  public var entries: Int
  /// How many of them got a number now.
  public var made: Int
  /// How many had one already, which they keep.
  public var kept: Int

  /// The counts of a run.
  public init(entries: Int, made: Int, kept: Int) {
    self.entries = entries
    self.made = made
    self.kept = kept
  }
}

extension Office {
  /// 准考证号生成 — gives every entry of a site its ticket number, in the programme's form; only once all are arranged,
  /// and the same when run again (TIC-01).
  /// - Throws: `Refusal` where it is not allowed, entries are not arranged, or the form has no room for a number.
  public func numberTickets(sitting code: String, site: String) async throws -> TicketNumbering {
    let gates = try ArrangementGates(try await open(code), site: site)
    let sitting = gates.sitting
    guard let pattern = sitting.programme.ticket else {
      throw Refusal(
        .precondition, rule: "TIC-01",
        Wording(
          zh: "考试项目 \(sitting.programme.id) 的准考证号不在这里生成（定义中没有 tickets）。",
          en:
            "Programme \(sitting.programme.id) does not make ticket numbers here (no `tickets` in its definition)."
        ))
    }
    return try await database.connection().write { session in
      let counts = try SeatTable.counts(sitting: sitting.id, site: site, session)
      try gates.requireArranged(counts)
      let numbers = TicketNumbers(
        pattern, sitting: sitting, site: site,
        batches: try RoomTable.batches(sitting: sitting.id, site: site, session))
      let seats = try SeatTable.seats(sitting: sitting.id, site: site, session)
      let unnumbered = try numbers.number(seats.filter { $0.ticket == nil })
      let trail = try SeatTrail(sitting: sitting.id, site: site, rule: "TIC-01", session)
      let made = try SeatTable.number(
        unnumbered, sitting: sitting.id, site: site, by: sitting.user.name,
        at: sitting.now.secondsSince1970, session)
      guard made == unnumbered.count else { throw ArrangementGates.stale }
      try trail.finish(by: sitting.user.name, at: sitting.now.secondsSince1970)
      return TicketNumbering(entries: counts.entries, made: made, kept: counts.numbered)
    }
  }
}

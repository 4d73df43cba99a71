internal import Programmes
public import Storage

/// 考生准考证检测 — which of the tickets that were made ahead are still what would be printed now (DOC-04).
public enum CandidateTickets {
  /// 检测结果 — how one entry's ticket stands.
  public enum State: String, Sendable, Codable {
    case upToDate
    case missing
    case outdated
  }

  /// Hands on how the ticket of each entry of a site stands, in the order of rooms, batches and seats.
  public static func forEachState(
    _ context: ExportContext, _ session: any Session, _ body: (_ ticket: String, State) throws -> Void
  ) throws {
    var entries: [Int] = []
    try EntryListing.forEach(
      [.entry], orderedBy: [.room, .batch, .seat], .all, sitting: context.sittingID, site: context.site,
      session
    ) { entries.append($0.integer(0)) }
    try forEachState(of: entries, context, session, body)
  }

  /// Hands on how the tickets of some entries stand.
  public static func forEachState(
    of entries: [Int], _ context: ExportContext, _ session: any Session,
    _ body: (_ ticket: String, State) throws -> Void
  ) throws {
    let layout = try context.documentLayout(CandidateTicketsExport.name)
    let made = try CandidateTicketTable.digests(sitting: context.sittingID, site: context.site, session)
    var records = DocumentRecords(layout, entries, photos: .hash, context)
    while let (entry, record) = try records.next(session) {
      let state: State =
        switch made[entry] {
        case nil: .missing
        case record.digest(layout, context)?: .upToDate
        default: .outdated
        }
      try body(record.subject.name, state)
    }
  }
}

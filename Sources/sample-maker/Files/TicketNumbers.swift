/// 准考证号 — the tickets of all candidates where no arrangement was made: everybody in room 01, one after the other in the
/// order of the registration sheet and of the subjects.
enum TicketNumbers {
  static func tickets(of candidates: [Candidate]) -> [ScoreFile.Ticket] {
    var tickets: [ScoreFile.Ticket] = []
    for (place, candidate) in candidates.enumerated() {
      for subject in candidate.subjects.sorted() {
        let serial = padded(tickets.count + 1, 4)
        tickets.append(
          ScoreFile.Ticket(
            number: subject + Site.sittingNumber + Site.code + "01" + serial,
            registration: padded(place + 1, 14), name: candidate.name, document: candidate.document.number,
            subject: subject, sex: candidate.isMale ? "1" : "2"))
      }
    }
    return tickets
  }
}

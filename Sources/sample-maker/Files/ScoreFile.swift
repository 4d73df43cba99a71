import CSVFormat
import Tabular

/// 成绩文件 — scores for tickets that were given out, as the marking centre sends them: GB 18030, quoted where it
/// must be, one name that differs from the registration's.
struct ScoreFile {
  /// What is known of one ticket.
  struct Ticket {
    var number: String
    var registration: String
    var name: String
    var document: String
    var subject: String
    var sex: String
  }

  private static let headings = [
    "准考证号", "报名号", "姓名", "性别", "证件号码", "科目代码", "成绩", "等第", "违规", "证书编号", "备注",
  ]

  private var records: [[String]]
  /// The certificates that hold, in the file's order: who cheated in one subject gets none for another.
  private(set) var certificates: [(ticket: Ticket, number: String)] = []
  /// The differing name is found, and the file refused.
  private(set) var expected: ExpectedOutcome

  /// Scores for `tickets`, from the seed and each ticket's number alone.
  /// - Parameter violations: the kinds of those that are absent or violated something, by ticket number.
  init(_ tickets: [Ticket], violations: [String: String] = [:], seed: UInt64) {
    records = [Self.headings]
    expected = ExpectedOutcome(state: "refused", read: tickets.count)
    var line = 2
    let differing = Self.placeOfDifferingName(tickets)
    let cheats = Set(tickets.filter { violations[$0.number] == "3" }.map(\.document))
    for (place, ticket) in tickets.enumerated() {
      var ticket = ticket
      if place == differing {
        ticket.name = ticket.name.dropLast() + (ticket.name.hasSuffix("玮") ? "伟" : "玮")
        expected.findings.append(.init(rule: "SCO-04", row: line, column: "姓名"))
      }
      let kind = violations[ticket.number]
      let record =
        kind.map { Self.fields(ticket, violation: $0) } ?? Self.fields(ticket, place: place, seed: seed)
      records.append(record)
      if !record[9].isEmpty, !cheats.contains(ticket.document) { certificates.append((ticket, record[9])) }
      line += 1 + record.joined().count { $0.isNewline }
    }
  }

  /// The file's bytes.
  func bytes() throws(FileError) -> [UInt8] { try CSVFile.bytes(records, encoding: .gb18030) }

  /// About a third into the file, at somebody who has one ticket only: one person cannot have two names.
  private static func placeOfDifferingName(_ tickets: [Ticket]) -> Int? {
    let counts = tickets.reduce(into: [:]) { $0[$1.document, default: 0] += 1 }
    return tickets.indices.dropFirst(tickets.count / 3).first { counts[tickets[$0].document] == 1 }
  }

  private static func known(_ ticket: Ticket) -> [String] {
    [ticket.number, ticket.registration, ticket.name, ticket.sex, ticket.document, ticket.subject]
  }

  /// Who is absent or violated something has no score, but the result that says so.
  private static func fields(_ ticket: Ticket, violation: String) -> [String] {
    let results = ["1": "-1", "2": "-7", "3": "-2", "4": "-9"]
    return known(ticket) + ["", results[violation] ?? "", violation, "", ""]
  }

  private static func fields(_ ticket: Ticket, place: Int, seed: UInt64) -> [String] {
    var random = SeededRandom(seed: seed, topic: "score \(ticket.number)")
    let known = known(ticket)
    let score = 30 + (random.number(0...70) + random.number(0...70)) / 2
    let grade = score >= 90 ? 3 : score >= 80 ? 2 : score >= 60 ? 1 : 0
    // Level 4 is certified only together with its level 3, which nobody here has yet: the score is kept.
    if ticket.subject == "42", grade > 0 {
      return known + [String(score), String(grade), "", "", "保留成绩，\n待三级合格后发证"]
    }
    let certificate = ticket.subject + Site.sittingNumber + Site.code + padded(place + 1, 4)
    return known + [String(score), String(grade), "", grade > 0 ? certificate : "", ""]
  }
}

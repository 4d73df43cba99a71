import ArgumentParser
import Tabular

/// 生成考后文件 — violations, scores and certificates by post for the tickets of an arrangement, which must be made first.
struct MakeScores: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "按已编排的准考证生成违纪缺考、成绩和直邮文件 · Makes the files after the exam for the tickets of an arrangement.")

  @Option(help: "种子 · The seed.")
  var seed: UInt64 = 58

  @Option(help: "准考证清单 CSV（列 ZKZH BMH XM XB ZJH KMDM） · The tickets, a CSV with these columns.")
  var tickets: String

  @Option(help: "目标文件夹 · The folder of samples to write to.")
  var out = "SampleData"

  func run() throws {
    let tickets = withFullNames(try TicketFile.read(path: tickets))
    let violations = ViolationSheet(tickets)
    let scores = ScoreFile(tickets, violations: violations.codes, seed: seed)
    var folder = SampleFolder(path: out)
    try folder.write(OldWorkbookFile.bytes(violations.sheet), to: "ncre/violations/main/violations.xls")
    try folder.write(scores.bytes(), to: "ncre/scores/main/scores.csv")
    try folder.write(scores.expected.json(), to: "ncre/scores/main/expected.json")
    try folder.write(
      MailingFile(scores.certificates).bytes(), to: "ncre/mailings/main/mailings.csv")
    folder.printList()
  }

  /// Code page 936 writes rare characters of a name as `??`; the marking centre knows the names whole.
  private func withFullNames(_ tickets: [ScoreFile.Ticket]) -> [ScoreFile.Ticket] {
    let candidates = CandidateMaker.candidates(Site.candidates, seed: seed)
    let names = Dictionary(candidates.map { ($0.document.number, $0.name) }) { first, _ in first }
    return tickets.map { ticket in
      var ticket = ticket
      if ticket.name.contains("?"), let name = names[ticket.document] { ticket.name = name }
      return ticket
    }
  }
}

import ArgumentParser
import Foundation
import Tabular

/// 生成样例文件夹 — everything that needs no arrangement: sitting, registrations, photos, payments, rooms; and violations and
/// certificates by post for tickets as they are where everybody sits in one room.
struct MakeFolder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folder", abstract: "生成样例文件夹 · Makes the folder of samples.")

  @Option(help: "种子 · The seed.")
  var seed: UInt64 = 58

  @Option(help: "目标文件夹 · The folder to write to.")
  var out = "SampleData"

  func run() throws {
    let candidates = CandidateMaker.candidates(Site.candidates, seed: seed)
    var folder = SampleFolder(path: out)
    try folder.write(ReadmeFile.text, to: "README.md")
    try folder.write(SittingFile.text, to: "ncre/sitting/ncre-58.yaml")
    try writeRegistrations(candidates, to: &folder)
    try writePhotos(candidates, to: &folder)
    try folder.write(PaymentFile.bytes(candidates, seed: seed), to: "ncre/payments/main/payments.csv")
    try folder.write(
      WorkbookFile.bytes([RoomSheet.sheet], title: "考场批次"), to: "ncre/rooms/main/rooms.xlsx")
    try writeFeeds(candidates, to: &folder)
    try writeAfterExam(TicketNumbers.tickets(of: candidates), to: &folder)
    try writeOnePlusX(to: &folder)
    folder.printList()
  }

  private func writeRegistrations(_ candidates: [Candidate], to folder: inout SampleFolder) throws {
    func write(_ sheet: RegistrationSheet, _ expected: ExpectedOutcome, _ name: String) throws {
      let place = "ncre/registrations/\(name)"
      try folder.write(
        WorkbookFile.zip(sheet.sheets, title: "集体报名信息"), to: "\(place)/registrations.zip")
      try folder.write(expected.json(), to: "\(place)/expected.json")
    }
    try write(
      RegistrationSheet(candidates), ExpectedOutcome(state: "done", read: candidates.count), "good")
    let faulty = PlantedFaults(candidates)
    try write(faulty.sheet, faulty.expected, "faulty")
    let changed = ChangedRows(candidates)
    try write(changed.sheet, ExpectedOutcome(state: "done", read: changed.sheet.rows.count), "override")
    try folder.write(changed.lockedList, to: "ncre/registrations/override/locked.txt")
  }

  private func writeAfterExam(_ tickets: [ScoreFile.Ticket], to folder: inout SampleFolder) throws {
    let violations = ViolationSheet(tickets)
    let done = ExpectedOutcome(state: "done", read: violations.rows.count)
    let faulty = FaultyViolations(tickets)
    for (name, file, bytes, expected) in [
      ("main", "violations.xlsx", try WorkbookFile.bytes([violations.sheet], title: "违纪缺考"), done),
      ("old", "violations.xls", OldWorkbookFile.bytes(violations.sheet), done),
      ("faulty", "violations.xls", OldWorkbookFile.bytes(faulty.sheet.sheet), faulty.expected),
    ] {
      try folder.write(bytes, to: "ncre/violations/\(name)/\(file)")
      try folder.write(expected.json(), to: "ncre/violations/\(name)/expected.json")
    }
    let mailings = MailingFile(ScoreFile(tickets, violations: violations.codes, seed: seed).certificates)
    for (name, file) in [("main", mailings), ("faulty", mailings.faulty())] {
      try folder.write(file.bytes(), to: "ncre/mailings/\(name)/mailings.csv")
      try folder.write(file.expected.json(), to: "ncre/mailings/\(name)/expected.json")
    }
  }

  private func writePhotos(_ candidates: [Candidate], to folder: inout SampleFolder) throws {
    let photos = PhotoArchives(candidates, seed: seed)
    let cases = [
      ("main", try photos.main()), ("twins", try photos.twins()), ("checked", try photos.checked()),
    ]
    for (name, made) in cases {
      try folder.write(made.archive, to: "ncre/photos/\(name)/photos.zip")
      try folder.write(made.expected.json(), to: "ncre/photos/\(name)/expected.json")
    }
  }
}

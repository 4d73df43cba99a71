import Foundation
import Testing

/// 同样的文件 — the files of many sites, made once: stores that are filled in quite different ways must be the same in the end.
struct ChaosFiles: Sendable {
  /// 一份文件 — a file, what it holds, for which site, and when it is handed in.
  struct Job: Sendable {
    let kind: String
    let site: String
    let file: String
    let now: String
  }

  /// How much of everything: a small form for every test run, or what the environment asks for.
  struct Size: Sendable {
    var sites = 4
    var rows = 6
    var workers = 2
    /// Between two kills, in seconds.
    var between = 0.5

    /// `KAOWU_CHAOS_SITES`, `_ROWS`, `_WORKERS`, `_SECONDS`.
    static var asked: Size {
      let environment = ProcessInfo.processInfo.environment
      var size = Size()
      size.sites = environment["KAOWU_CHAOS_SITES"].flatMap(Int.init) ?? size.sites
      size.rows = environment["KAOWU_CHAOS_ROWS"].flatMap(Int.init) ?? size.rows
      size.workers = environment["KAOWU_CHAOS_WORKERS"].flatMap(Int.init) ?? size.workers
      size.between = environment["KAOWU_CHAOS_SECONDS"].flatMap(Double.init) ?? size.between
      return size
    }
  }

  let size: Size
  let sites: [String]
  /// Where the files lie.
  let fixture: CommandFixture
  /// Handed in while registration is open, site by site in this order: registrations, more of them, payments, rooms.
  let first: [Job]

  init(_ size: Size) throws {
    self.size = size
    sites = (0..<size.sites).map { "9908\(11 + $0)" }
    fixture = try CommandFixture()
    var first: [Job] = []
    for (number, site) in sites.enumerated() { first += try Self.files(of: site, number, size.rows, fixture) }
    self.first = first
  }

  /// The path of a job's file.
  func path(_ job: Job) -> String { fixture.path(job.file) }

  private static func files(
    of site: String, _ number: Int, _ rows: Int, _ fixture: CommandFixture
  ) throws -> [Job] {
    let start = number * rows * 2
    try CandidateWorkbook(rows, first: start).write("\(site)-registrations.xlsx", in: fixture)
    var more = CandidateWorkbook(rows, first: start + rows)
    // Some files are refused: that is an end like any other.
    let isRefused = number % 3 == 2
    if isRefused { more.set("电子邮件", of: rows / 2, to: "没有") }
    try more.write("\(site)-more.xlsx", in: fixture)
    // Nothing is arranged before everybody has paid who is registered.
    let payments = (start..<start + (isRefused ? rows : rows * 2)).map { index in
      "P\(100_000 + index),\(CandidateWorkbook.number(index)),\(index % 2 == 0 ? 14 : 26),78.00,2020-08-01 10:00:00,微信,成功"
    }
    let lines = ["订单号,证件号码,科目代码,金额(元),支付时间,渠道,状态"] + payments
    _ = try fixture.write("\(site)-payments.csv", lines.joined(separator: "\n") + "\n")
    var rooms = CandidateWorkbook(0)
    rooms.headings = ["考场号", "考场地址", "座位数", "批次号", "日期", "开始时间", "结束时间"]
    rooms.rows = (0...rows / 60).flatMap { room in
      (1...3).map {
        ["\(room + 10)", "学院路\(number + 1)号", "40", "\($0)", "2020-09-2\(5 + $0)", "08:30", "10:30"]
      }
    }
    rooms.sheet = "考场批次"
    try rooms.write("\(site)-rooms.xlsx", in: fixture)
    let early = CommandFixture.registering
    return [
      Job(kind: "registrations", site: site, file: "\(site)-registrations.xlsx", now: early),
      Job(kind: "registrations", site: site, file: "\(site)-more.xlsx", now: early),
      Job(kind: "payments", site: site, file: "\(site)-payments.csv", now: early),
      Job(kind: "rooms", site: site, file: "\(site)-rooms.xlsx", now: CommandFixture.arranging),
    ]
  }

  /// The score files, handed in after the exam.
  var second: [Job] {
    sites.map {
      Job(kind: "scores", site: $0, file: "\($0)-scores.csv", now: CommandFixture.afterExam)
    }
  }

  /// Writes the score files: a good line for everybody who has a ticket.
  /// - Parameter tickets: for each site its tickets with name, number and subject.
  func writeScores(_ tickets: [String: [String]]) throws {
    for job in second {
      let lines = try #require(tickets[job.site]).enumerated().map { "\($1),\(80 + $0 % 10),2,,," }
      let text = (["准考证号,姓名,证件号码,科目代码,成绩,等第,违规,证书编号,备注"] + lines).joined(separator: "\r\n")
      _ = try fixture.write(job.file, text)
    }
  }
}

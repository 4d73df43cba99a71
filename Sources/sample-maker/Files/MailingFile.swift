import CSVFormat
import Tabular

/// 证书直邮文件 — certificates by post as the post office's list has them: UTF-8, some rows by ticket number, some by
/// certificate number as well, in all states.
struct MailingFile {
  private static let headings = [
    "准考证号", "姓名", "证件号码", "证书编号", "收件人", "联系电话", "邮编", "邮寄地址", "EMS单号", "直邮状态",
  ]
  private static let states = ["3", "已寄出", "1", "2-已支付", "已退款"]

  private var records = [headings]
  private(set) var expected = ExpectedOutcome(state: "done", read: 0)

  /// One in 17 of the certificates.
  init(_ certificates: [(ticket: ScoreFile.Ticket, number: String)]) {
    for (place, (ticket, number)) in certificates.enumerated() where place % 17 == 3 {
      let count = records.count
      let state = Self.states[count % Self.states.count]
      let isSent = state == "3" || state == "已寄出"
      records.append([
        ticket.number, ticket.name, ticket.document, count % 2 == 0 ? number : "", ticket.name,
        "138\(padded(10_000_000 + place, 8))", "990000", "测试省测试市学院路\(place + 1)号, 收发室",
        isSent ? "EA\(padded(100_000_000 + place, 9))CN" : "", state,
      ])
    }
    expected.read = records.count - 1
  }

  /// The same with six faults of six kinds.
  func faulty() -> MailingFile {
    var file = self
    file.expected = ExpectedOutcome(state: "refused", read: expected.read)
    file.plant("1458990701019999", "准考证号", 1, "MAI-01")
    file.plant("别名", "姓名", 3, "MAI-01")
    file.plant("1380000", "联系电话", 5, "FMT.phone")
    file.plant("99000", "邮编", 6, "FMT.number")
    file.plant("EA10000CN", "EMS单号", 8, "FMT.number")
    file.plant("已签收", "直邮状态", 10, "FMT.code")
    return file
  }

  /// The file's bytes.
  func bytes() throws(FileError) -> [UInt8] { try CSVFile.bytes(records, encoding: .utf8BOM) }

  private mutating func plant(_ text: String, _ heading: String, _ record: Int, _ rule: String) {
    guard let column = Self.headings.firstIndex(of: heading) else { return }
    records[record][column] = text
    expected.findings.append(.init(rule: rule, row: record + 1, column: heading))
  }
}

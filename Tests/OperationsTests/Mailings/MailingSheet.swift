import Imports
import Operations

/// 直邮文件 — files of certificates by post in lines of text:
/// `ticket,name,ID,certificate,recipient,phone,postcode,address,tracking number,state`.
enum MailingSheet {
  static let headings = "准考证号,姓名,证件号码,证书编号,收件人,联系电话,邮编,邮寄地址,EMS单号,直邮状态"

  /// The address of most rows.
  static let address = "赵测试,13800000000,990000,学院路1号"

  /// A line of a candidate's entry, with the right name and ID number.
  static func line(
    _ entry: Int, _ candidate: TestCandidate, _ subject: String, certificate: String = "",
    _ rest: String = address + ",EA000000001CN,3"
  ) -> String {
    [
      ScoreSheet.ticket(entry, subject), candidate.name, candidate.documentNumber, certificate, rest,
    ].joined(separator: ",")
  }
}

extension SeatingFixture {
  /// Imports lines of a file of certificates by post; the headings are in line 1.
  func importMailings(
    _ lines: [String], headings: String = MailingSheet.headings, site: String = site,
    by user: String = "root",
    _ set: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    let text = ([headings] + lines).joined(separator: "\r\n")
    return try await importFile("mailings", try write("mailings.csv", text), site: site, as: user, set)
  }
}

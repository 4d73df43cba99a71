import CSVFormat
import Tabular

/// 个人网报文件 — the feed of registrations that candidates made themselves on the morning of 20 August; half of them paid,
/// some with a day that they would like.
struct IndividualFile {
  private static let dates = ["", "2020-09-26", "", "2020-09-27"]
  private let records: [[String]]

  init(_ candidates: [Candidate]) {
    let columns = RegistrationSheet.headings.indices.dropFirst()
    let rows = RegistrationSheet(candidates).rows.enumerated().map { number, row in
      var texts = columns.map { column in if case .text(let text) = row[column] { text } else { "" } }
      if let place = RegistrationSheet.headings.firstIndex(of: "意向考试日期") {
        texts[place - 1] = Self.dates[number % Self.dates.count]
      }
      let time = "2020-08-20 \(padded(8 + number % 2, 2)):\(padded(number, 2)):05"
      return texts + [Site.code, number % 2 == 0 ? "未支付" : "已支付", time]
    }
    records = [columns.map { RegistrationSheet.headings[$0] } + ["考点代码", "支付状态", "报名时间"]] + rows
  }

  var expected: ExpectedOutcome { ExpectedOutcome(state: "done", read: records.count - 1) }

  /// The file's bytes.
  func bytes() throws(FileError) -> [UInt8] { try CSVFile.bytes(records, encoding: .utf8BOM) }
}

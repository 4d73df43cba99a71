import CSVFormat
import Tabular

/// 缴费数据 — the feed of payments made: one order an entry, each paid; the person fee is part of a candidate's first.
enum PaymentFile {
  /// The file's bytes, UTF-8 with a byte order mark.
  static func bytes(_ candidates: [Candidate], seed: UInt64) throws(FileError) -> [UInt8] {
    var random = SeededRandom(seed: seed, topic: "payments")
    var records = [["订单号", "证件号码", "科目代码", "金额(元)", "支付时间", "渠道", "状态"]]
    for (number, candidate) in candidates.enumerated() {
      for (place, subject) in candidate.subjects.enumerated() {
        let fen = Site.fee(of: subject) + (place == 0 ? Site.personFee : 0)
        let day = random.number(21...28)
        let time = [random.number(8...20), random.number(0...59), random.number(0...59)].map { padded($0, 2) }
        records.append([
          "P\(Site.sittingNumber)\(Site.code)\(padded(number + 1, 5))\(place + 1)",
          candidate.document.number,
          subject, "\(fen / 100).\(padded(fen % 100, 2))",
          "2020-08-\(day) \(time.joined(separator: ":"))", random.one(of: ["微信", "支付宝", "银联"]), "成功",
        ])
      }
    }
    return try CSVFile.bytes(records, encoding: .utf8BOM)
  }
}

internal import ExamModel
internal import Tabular

/// 直邮逐行检查 — what a row of certificates by post says by itself (MAI-01).
struct MailingRowChecks: Sendable {
  private let binding: FieldBinding
  private let required: RequiredCells
  private let ticket, certificate, postcode, tracking: Int?

  init(_ binding: FieldBinding) {
    self.binding = binding
    required = RequiredCells(binding)
    ticket = binding.index(of: "ticket")
    certificate = binding.index(of: "certificate")
    postcode = binding.index(of: "postcode")
    tracking = binding.index(of: "trackingNumber")
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    let keys = [ticket, certificate].compactMap(\.self)
    if let first = keys.first(where: { binding.positions[$0] != nil }) ?? keys.first,
      keys.allSatisfy({ row.values[$0] == nil && !row.isUnreadable[$0] })
    {
      row.note(MailingRules.keyMissing, at: first, in: binding)
    }
    // What is too long is said already.
    if let postcode, let value = row.values[postcode], value.utf8.count <= 6, !Postcode.isValid(value) {
      row.note(MailingRules.postcode, at: postcode, in: binding)
    }
    if let tracking, let value = row.values[tracking], !Self.isTracking(value) {
      let meant = value.uppercased().filter { !$0.isWhitespace && $0 != "-" }
      row.note(
        MailingRules.tracking, at: tracking, in: binding, suggestion: Self.isTracking(meant) ? meant : nil)
    }
  }

  /// The number of an item of the post: two letters for the service, nine digits, two letters for the country.
  private static func isTracking(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 13 else { return false }
    let letters = bytes[..<2] + bytes[11...]
    return letters.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && bytes[2..<11].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

/// 取消明细 — what exports read of the cancelled entries of one site, one row an entry.
public enum CancelledListing {
  /// 取值 — one value of a cancelled entry.
  public enum Value: String, Sendable, CaseIterable {
    case name, sex, ethnicity, education, department, major, `class`, phone, email, remarks, site, subject,
      reason
    case birthDate = "birth_date"
    case documentType = "document_type"
    case documentNumber = "document_number"
    case studentNumber = "student_number"
    /// When it was cancelled, in seconds since 1970.
    case moment = "cancelled_at"

    /// The value of a name as the other listings write it: `birthDate`; nil for none.
    init?(name: String) {
      guard let value = Self.allCases.first(where: { $0.name == name }) else { return nil }
      self = value
    }

    /// Its name: `birthDate`.
    public var name: String { String(describing: self) }
  }

  /// Hands on the values of each entry, in the order in which they are asked for.
  /// - Parameter order: by what the entries are sorted; then as they were cancelled.
  public static func forEach(
    _ values: [Value], orderedBy order: [Value], sitting: Int, site: String, _ session: any Session,
    _ body: (any ResultRow) throws -> Void
  ) throws {
    let columns = values.map { "c.\($0.rawValue)" }.joined(separator: ", ")
    let keys = (order.map { "c.\($0.rawValue) NULLS FIRST" } + ["c.id"]).joined(separator: ", ")
    try session.forEach(
      "SELECT \(columns) \(from) ORDER BY \(keys)",
      [.integer(sitting), .text(site)], body)
  }

  static let from = "FROM cancelled_entry c WHERE c.sitting = $1 AND c.site = $2"
}

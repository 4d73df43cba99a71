/// 报名明细 — what exports read of the registrations of one site: one row a registration and subject, the rows of one
/// registration next to each other. A registration without subjects has one row whose subject is null.
public enum RegistrationListing {
  /// 取值 — one value of a registration.
  public enum Value: String, Sendable {
    /// The registration's key in the store.
    case registration
    case name
    case sex
    case birthDate
    case ethnicity
    case education
    case documentType
    case documentNumber
    case site
    case siteName
    case department
    case major
    case studentNumber
    case `class`
    case phone
    case email
    case remarks
    /// One of its subjects.
    case subject

    var expression: String {
      switch self {
      case .registration: "r.id"
      case .name: "r.name"
      case .sex: "r.sex"
      case .birthDate: "r.birth_date"
      case .ethnicity: "r.ethnicity"
      case .education: "r.education"
      case .documentType: "r.document_type"
      case .documentNumber: "r.document_number"
      case .site: "r.site"
      case .siteName: "o.name"
      case .department: "r.department"
      case .major: "r.major"
      case .studentNumber: "r.student_number"
      case .class: "r.class"
      case .phone: "r.phone"
      case .email: "r.email"
      case .remarks: "r.remarks"
      case .subject: "e.subject"
      }
    }
  }

  /// Hands on the values of each registration and subject, in the order in which they are asked for.
  /// - Parameter order: by what the registrations are sorted; their subjects follow in the order of their codes.
  public static func forEach(
    _ values: [Value], orderedBy order: [Value], sitting: Int, site: String, _ session: any Session,
    _ body: (any ResultRow) throws -> Void
  ) throws {
    let columns = values.map(\.expression).joined(separator: ", ")
    let sorted = order.filter { $0 != .subject }.map { "\($0.expression) NULLS FIRST" }
    let keys = (sorted + ["r.id", "e.subject"]).joined(separator: ", ")
    try session.forEach(
      """
      SELECT \(columns) \(from) ORDER BY \(keys)
      """, [.integer(sitting), .text(site)], body)
  }

  static let from = """
    FROM registration r LEFT JOIN entry e ON \(Joining.entry())
    LEFT JOIN organisation o ON o.sitting = r.sitting AND o.code = r.site
    WHERE r.sitting = $1 AND r.site = $2
    """
}

/// 考生查询条件 — what candidates can be asked for and sorted by (CAN-01); only these names reach SQL.
public enum CandidateColumn: String, Sendable, CaseIterable {
  case idNumber
  case name
  case site
  case method
  /// `all`, `part` or `none` of the entries are paid.
  case paid
  case locked
  case audit
  case photo
  case `class`
  case department
  case major
  case studentNumber
  case education
  case email
  case phone
  case subject
  /// How many subjects.
  case entries
  case preferredDate
  /// `roster` for somebody on the roster of a site that uses one and registered there; everybody else is `social`.
  case origin
  /// Which of a school's lists a student is on (VSL-01); nothing for other candidates.
  case studentKind

  /// What it is in SQL, of the registration `r`; `yes` and `no` for what is either.
  /// - Parameter rosterSites: the sites that use the roster, as a list in SQL; nil where there are none.
  func expression(rosterSites: String?) -> String {
    switch self {
    case .idNumber: "r.document_number"
    case .name: "r.name"
    case .site: "r.site"
    case .method: "r.method"
    case .audit: "r.audit"
    case .class: "r.class"
    case .department: "r.department"
    case .major: "r.major"
    case .studentKind: "r.student_kind"
    case .studentNumber: "r.student_number"
    case .education: "r.education"
    case .email: "r.email"
    case .phone: "r.phone"
    case .preferredDate: "r.preferred_date"
    case .locked: "CASE WHEN r.lock_reason IS NULL THEN 'no' ELSE 'yes' END"
    case .photo: "CASE WHEN r.has_photo = 1 THEN 'yes' ELSE 'no' END"
    case .entries: "(SELECT CAST(count(*) AS TEXT) FROM entry e WHERE \(Joining.entry()))"
    case .subject: "(SELECT min(e.subject) FROM entry e WHERE \(Joining.entry()))"
    case .paid:
      """
      CASE WHEN NOT EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.paid IS NOT NULL) THEN 'none'
        WHEN EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.paid IS NULL) THEN 'part'
        ELSE 'all' END
      """
    case .origin:
      rosterSites.map {
        """
        CASE WHEN r.site IN (\($0)) AND EXISTS (
          SELECT 1 FROM roster s WHERE s.document_number = r.document_number AND s.site = r.site)
        THEN 'roster' ELSE 'social' END
        """
      } ?? "'social'"
    }
  }

  /// The condition that it has one value, whose parameter is `place`.
  func condition(_ place: String, rosterSites: String?) -> String {
    switch self {
    case .subject:
      "EXISTS (SELECT 1 FROM entry e WHERE \(Joining.entry()) AND e.subject = \(place))"
    case .site: "substr(r.site, 1, length(\(place))) = \(place)"
    default: "\(expression(rosterSites: rosterSites)) = \(place)"
    }
  }
}

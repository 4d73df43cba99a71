/// 学籍记录 — a student as the roster lists one.
public struct RosterRecord: Sendable, Equatable {
  /// The ID number.
  public var documentNumber: String
  /// The name.
  public var name: String?
  /// The site that has the student.
  public var site: String
  /// The code of the level of education.
  public var education: String?
  /// The grade, in the school's words.
  public var grade: String?
  /// The class.
  public var schoolClass: String?
  /// Where the student may register: nil for any site of the province.
  public var sites: [String]?
}

/// 学籍查询条件 — what students can be asked for by; only these names reach SQL.
public enum RosterColumn: String, Sendable, CaseIterable {
  case idNumber, name, sex, education, occupation, studentNumber, department, major, `class`, grade,
    registersAt

  /// The heading in workbooks.
  public var heading: String {
    switch self {
    case .idNumber: "证件号码"
    case .name: "姓名"
    case .sex: "性别"
    case .education: "文化程度"
    case .occupation: "职业"
    case .studentNumber: "学号"
    case .department: "院系"
    case .major: "专业"
    case .class: "班级"
    case .grade: "年级"
    case .registersAt: "可报考考点"
    }
  }

  /// The code table whose names stand for the stored codes.
  public var table: String? {
    switch self {
    case .sex, .education, .occupation: rawValue
    default: nil
    }
  }

  /// The condition for one value, its parameter being `place`.
  func condition(_ place: String) -> String {
    switch self {
    case .idNumber: "r.document_number = \(place)"
    case .name, .sex, .education, .occupation, .department, .major, .class, .grade: "r.\(rawValue) = \(place)"
    case .studentNumber: "r.student_number = \(place)"
    case .registersAt:
      """
      (r.anywhere = 1 OR EXISTS (
        SELECT 1 FROM roster_site a WHERE a.document_number = r.document_number AND a.site = \(place)))
      """
    }
  }
}

/// 学籍查询 — which students of an organisation are meant; what is empty does not limit.
public struct RosterQuery: Sendable {
  /// The site, or an organisation above sites.
  public var site: String
  /// These ID numbers only; nil for all.
  public var documentNumbers: [String]?
  /// Columns that must have one of these values.
  public var values: [(column: RosterColumn, anyOf: [String])] = []

  /// All students of an organisation.
  public init(site: String) { self.site = site }
}

/// 学籍表 — queries and deletions over `roster` (NCRE ch. 21).
public enum RosterTable {
  /// The students of a query in the order of site and ID number.
  public static func all(_ query: RosterQuery, _ session: any Session) throws -> [RosterRecord] {
    let (condition, parameters) = try condition(query, session)
    var students: [RosterRecord] = []
    try session.forEach(
      """
      SELECT r.document_number, r.name, r.site, r.education, r.grade, r.class, r.anywhere, a.site
      FROM roster r LEFT JOIN roster_site a ON a.document_number = r.document_number
      WHERE \(condition) ORDER BY r.site, r.document_number, a.site
      """, parameters
    ) { row in
      if students.last?.documentNumber != row.text(0) {
        students.append(
          RosterRecord(
            documentNumber: row.text(0), name: row.optionalText(1), site: row.text(2),
            education: row.optionalText(3), grade: row.optionalText(4), schoolClass: row.optionalText(5),
            sites: row.flag(6) ? nil : []))
      }
      if let site = row.optionalText(7) { students[students.count - 1].sites?.append(site) }
    }
    return students
  }

  /// Everything by which a student is told in the trail.
  private static let columns = [
    "document_type", "name", "sex", "birth_date", "ethnicity", "education", "occupation", "student_number",
    "department", "major", "class", "grade", "phone", "postcode", "address", "remarks",
  ]

  /// Removes the students of a query, each with its last values in the trail. Registrations stay as they are
  /// (ROS-06).
  /// - Returns: how many were removed.
  public static func remove(_ query: RosterQuery, trail: TrailWriter, _ session: any Session) throws -> Int {
    let (condition, parameters) = try condition(query, session)
    try session.execute("DROP TABLE IF EXISTS leaving_student")
    try session.execute("CREATE TEMP TABLE leaving_student (document_number TEXT PRIMARY KEY)")
    try session.execute(
      "INSERT INTO leaving_student (document_number) SELECT r.document_number FROM roster r WHERE \(condition)",
      parameters)
    let isLeaving = "document_number IN (SELECT l.document_number FROM leaving_student l)"
    try session.forEach(
      """
      SELECT r.document_number, r.site, \(columns.map { "r.\($0)" }.joined(separator: ", ")) FROM roster r
      WHERE r.\(isLeaving) ORDER BY r.site, r.document_number
      """, []
    ) { row in
      let fields = columns.enumerated().compactMap { place, column in
        row.optionalText(place + 2).map { RecordChange.Field(column, old: $0, new: nil) }
      }
      try trail.add(RecordChange(.removed, .roster, key: row.text(0), site: row.text(1), fields: fields))
    }
    try session.execute("DELETE FROM roster_site WHERE \(isLeaving)")
    return try session.execute("DELETE FROM roster WHERE \(isLeaving)")
  }

  /// The condition on `r`, with its parameters; ID numbers go through a temporary table, for they may be many.
  private static func condition(
    _ query: RosterQuery, _ session: any Session
  ) throws -> (sql: String, parameters: [SQLValue]) {
    var parameters: [SQLValue] = [.text(query.site)]
    var conditions = ["substr(r.site, 1, length($1)) = $1"]
    if let numbers = query.documentNumbers {
      try session.execute("DROP TABLE IF EXISTS asked_student")
      try session.execute("CREATE TEMP TABLE asked_student (document_number TEXT NOT NULL)")
      let loader = try session.loader("asked_student", columns: ["document_number"])
      for number in numbers {
        try loader.add(number)
        try loader.endRow()
      }
      try loader.finish()
      conditions.append("r.document_number IN (SELECT document_number FROM asked_student)")
    }
    for (column, values) in query.values {
      let choices = values.map { value in
        parameters.append(.text(value))
        return column.condition("$\(parameters.count)")
      }
      conditions.append("(" + choices.joined(separator: " OR ") + ")")
    }
    return (conditions.joined(separator: " AND "), parameters)
  }
}

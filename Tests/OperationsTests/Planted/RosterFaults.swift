/// Every kind of fault that a row of a roster workbook can have, and what it must be found as.
enum RosterFaults {
  /// Students from here on are in the site's roster, and from `elsewhere` on, as graduates, in another's.
  private static let enrolled = 9_000
  private static let elsewhere = 9_100
  private static let reserve = 60

  /// What a roster row has no cell for, or need not fill in.
  private static let others = ["职业 REQ", "联系电话 REQ", "电子邮件", "报考科目", "培训类型"]

  static let all = ofPerson + own

  private static let ofPerson =
    (RegistrationFaults.required + RegistrationFaults.forms + RegistrationFaults.identity)
    .filter { fault in !fault.marks.contains { mark in others.contains { mark.hasPrefix($0) } } }
    .map { $0.lifted(\Student.person) }

  private static let own: [Fault<Student>] = [
    Fault("no site of the province", "可报考考点 SET-07") { row, _ in row.sites = "990701,980101" },
    Fault("long grade", "年级 FMT.length") { row, _ in row.grade = String(repeating: "级", count: 21) },
    Fault("enrolled already", "证件号码 ROS-03") { row, planting in
      row.person.setDocument(Student(enrolled + planting.ordinal % reserve).id)
    },
    Fault("a graduate of another site", "文化程度 ROS-04") { row, planting in
      row.person.setDocument(Student(elsewhere + planting.ordinal % reserve).id)
    },
    Fault("the number twice", "证件号码 OPS-07.twice", twin: ["证件号码 OPS-07.twice"]) { row, planting in
      row.person.setDocument(planting.twin.id)
    },
  ]

  /// A site with the students in reserve.
  static func fixture() async throws -> OfficeFixture {
    let fixture = try await OfficeFixture()
    _ = try await fixture.enroll(Student.some(reserve, from: enrolled))
    let graduates = (elsewhere..<elsewhere + reserve).map { number in
      Student(number) { ($0.person.education, $0.sites) = ("研究生", "") }
    }
    _ = try await fixture.enroll(graduates, site: "990703")
    return fixture
  }
}

import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// New registrations take from the roster what their rows leave blank.
@Suite struct RosterPrefillTests {
  private func fixture(
    used: Bool = true, _ change: @escaping (inout SitePlan) -> Void = { _ in }
  ) async throws -> OfficeFixture {
    try await OfficeFixture(
      .with { plan in
        for site in ["990701", "990703"] {
          plan.sites[site]?.roster = "{enabled: \(used), provinceOnly: false, siteOnly: false}"
        }
        if var site = plan.sites["990701"] {
          change(&site)
          plan.sites["990701"] = site
        }
      })
  }

  /// A row with nothing but what the roster does not know.
  private func blank(_ number: Int, _ change: (inout Candidate) -> Void = { _ in }) -> Candidate {
    Candidate(number) { row in
      (row.name, row.sex, row.birthDate, row.documentType, row.ethnicity) = ("", "", .blank, "", "")
      (row.education, row.occupation, row.schoolClass, row.phone) = ("", "", "", "")
      change(&row)
    }
  }

  private func personal(_ fixture: OfficeFixture, _ id: String) async throws -> [String?] {
    try await fixture.database.read { session in
      try session.first(
        """
        SELECT name, sex, birth_date, document_type, ethnicity, education, occupation, class, phone, department,
          prefilled FROM registration WHERE document_number = $1
        """, [.text(id)]
      ) { row in (0..<11).map { row.optionalText($0) } } ?? []
    }
  }

  @Test(
    "ROS-06 a new registration is prefilled where the row is blank, and remembers what came from the roster")
  func prefilled() async throws {
    let fixture = try await fixture()
    _ = try await fixture.enroll([Student(0) { $0.person.department = "会计学院" }])
    let result = try await fixture.register([blank(0)])
    #expect(result.marks == [] && result.rows.created == 1)
    let stored = try await personal(fixture, Student(0).id)
    #expect(
      stored == [
        "赵测试", "1", "2000-01-01", "1", "01", "5", "01", "会计一班", "13800000000", "会计学院",
        "document_type,name,sex,birth_date,ethnicity,education,occupation,department,class,phone",
      ])
  }

  @Test("ROS-06 the row wins where it has a value")
  func rowWins() async throws {
    let fixture = try await fixture()
    _ = try await fixture.enroll([Student(0) { $0.person.department = "会计学院" }])
    _ = try await fixture.register([
      blank(0) { ($0.name, $0.department, $0.schoolClass) = ("钱测试", "管理学院", "管理一班") }
    ])
    let stored = try await personal(fixture, Student(0).id)
    #expect([stored[0], stored[7], stored[9]] == ["钱测试", "管理一班", "管理学院"])
    #expect(stored[10]?.contains("department") == false && stored[10]?.hasPrefix("document_type,sex") == true)
  }

  @Test("ROS-06 what the roster does not know either is still missing, in its cell")
  func stillBlank() async throws {
    let fixture = try await fixture { $0.requiresClass = true }
    _ = try await fixture.enroll([Student(0) { ($0.person.phone, $0.person.schoolClass) = ("", "") }])
    let rows = [blank(0), blank(1), Candidate(2) { $0.sex = "男女" }]
    #expect(
      try await fixture.register(rows).marksByRow == [
        2: ["班级 REG-12", "联系电话 REQ"],
        3: [
          "姓名 REQ", "性别 REQ", "出生日期 REQ", "证件类型 REQ", "民族 REQ", "文化程度 REQ", "职业 REQ", "班级 REG-12",
          "联系电话 REQ",
        ],
        4: ["性别 FMT.code"],
      ])
  }

  @Test("ROS-06 values from the roster are judged like typed ones")
  func judged() async throws {
    let fixture = try await fixture { $0.classes = "管理一班" }
    _ = try await fixture.enroll([Student(0), Student(1), Student(2)])
    let rows = [
      blank(0) { $0.schoolClass = "管理一班" }, blank(1),
      blank(2) { ($0.schoolClass, $0.birthDate) = ("管理一班", "1999-12-31") },
    ]
    #expect(try await fixture.register(rows).marks == ["3 班级 REG-12", "4 出生日期 IDN-02"])
  }

  @Test(
    "SET-07 ROS-06 a site that does not use the roster fills nothing in, nor does the roster of one that does not"
  )
  func notUsed() async throws {
    let unused = try await fixture(used: false)
    _ = try await unused.enroll([Student(0)])
    #expect(try await unused.register([Candidate(0) { $0.name = "" }]).marks == ["2 姓名 REQ"])

    let other = try await OfficeFixture(
      .site { $0.roster = "{enabled: true, provinceOnly: false, siteOnly: false}" })
    _ = try await other.enroll([Student(0) { $0.sites = "990701" }], site: "990703")
    #expect(try await other.register([Candidate(0) { $0.name = "" }]).marks == ["2 姓名 REQ"])
  }

  @Test("ROS-06 an override takes nothing from the roster: a blank cell is blank")
  func override() async throws {
    let fixture = try await fixture()
    _ = try await fixture.register([Candidate(0) { $0.department = "管理学院" }])
    _ = try await fixture.enroll([Student(0) { $0.person.department = "会计学院" }])
    _ = try await fixture.register([Candidate(0)]) { $0.overrides = true }
    #expect(try await personal(fixture, Student(0).id)[9] == nil)
    let blankName = try await fixture.register([Candidate(0) { $0.name = "" }]) { $0.overrides = true }
    #expect(blankName.marks == ["2 姓名 REQ"])
  }

  @Test("ROS-06 changing or deleting the roster never changes registrations")
  func unchanged() async throws {
    let fixture = try await fixture()
    _ = try await fixture.enroll([Student(0)])
    _ = try await fixture.register([blank(0)])
    let before = try await personal(fixture, Student(0).id)
    _ = try await fixture.enroll([Student(0) { $0.person.name = "钱测试" }]) { $0.overrides = true }
    #expect(try await personal(fixture, Student(0).id) == before)
    let request = CandidateRequest(sitting: SittingPlan.code, site: "990701")
    #expect(try await fixture.office().deleteStudents(request) == 1)
    #expect(try await personal(fixture, Student(0).id) == before)
  }

  @Test("ROS-06 SET-07 the number of statements does not grow with the file")
  func statements() async throws {
    let fixture = try await fixture()
    _ = try await fixture.enroll(Student.some(60))
    let few = try await fixture.statements.counting {
      _ = try await fixture.register((0..<2).map { blank($0) })
    }
    let many = try await fixture.statements.counting {
      _ = try await fixture.register((2..<60).map { blank($0) })
    }
    #expect(few.values.reduce(0, +) == many.values.reduce(0, +))
  }
}

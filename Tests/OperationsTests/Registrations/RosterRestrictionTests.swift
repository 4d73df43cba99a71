import Operations
import Storage
import Testing

/// Whom the roster lets register where.
@Suite struct RosterRestrictionTests {
  /// Where a candidate stands in the roster.
  enum Student: Int, CaseIterable {
    case none, own, elsewhere, elsewhereButMayComeHere, elsewhereAnywhere, otherProvinceAnywhere,
      siteWithoutRoster

    /// The site of the roster entry, whether it may register anywhere in its province, and the sites it may go to.
    var entry: (site: String, isAnywhere: Bool, sites: [String])? {
      switch self {
      case .none: nil
      case .own: ("990701", false, ["990701"])
      case .elsewhere: ("990703", false, ["990703"])
      case .elsewhereButMayComeHere: ("990703", false, ["990703", "990701"])
      case .elsewhereAnywhere: ("990703", true, [])
      case .otherProvinceAnywhere: ("980101", true, [])
      case .siteWithoutRoster: ("990704", false, ["990704"])
      }
    }
  }

  /// The four combinations of the two switches, and who may register at 990701.
  static let rules: [(provinceOnly: Bool, siteOnly: Bool, admitted: Set<Student>)] = [
    (false, false, [.none, .own, .elsewhereButMayComeHere, .elsewhereAnywhere, .siteWithoutRoster]),
    (true, false, [.own, .elsewhereButMayComeHere, .elsewhereAnywhere]), (false, true, [.own]),
    (true, true, [.own]),
  ]

  @Test("REG-12 SET-07 the four restrictions by the roster", arguments: rules)
  func restriction(provinceOnly: Bool, siteOnly: Bool, admitted: Set<Student>) async throws {
    let fixture = try await fixture("{enabled: true, provinceOnly: \(provinceOnly), siteOnly: \(siteOnly)}")
    let result = try await fixture.register(Student.allCases.map { Candidate($0.rawValue) })
    let refused = Student.allCases.filter { !admitted.contains($0) }
    #expect(result.marks == refused.map { "\(SheetFile.row($0.rawValue)) 证件号码 REG-12" })
  }

  @Test("REG-12 SET-07 a site that does not use the roster is restricted by nothing")
  func notUsed() async throws {
    let fixture = try await fixture("{enabled: false, provinceOnly: true, siteOnly: true}")
    #expect(try await fixture.register(Student.allCases.map { Candidate($0.rawValue) }).marks.isEmpty)
  }

  private func fixture(_ restriction: String) async throws -> OfficeFixture {
    let used = "{enabled: true, provinceOnly: false, siteOnly: false}"
    let fixture = try await OfficeFixture(
      .with { plan in
        plan.sites["990701"]?.roster = restriction
        plan.sites["990703"]?.roster = used
        plan.sites["980101"]?.roster = used
      })
    for student in Student.allCases {
      guard let entry = student.entry else { continue }
      let id = SQLValue.text(Candidate(student.rawValue).id)
      try await fixture.execute(
        "INSERT INTO roster (document_number, site, anywhere) VALUES ($1, $2, $3)",
        [id, .text(entry.site), .flag(entry.isAnywhere)])
      for site in entry.sites {
        try await fixture.execute(
          "INSERT INTO roster_site (document_number, site) VALUES ($1, $2)", [id, .text(site)])
      }
    }
    return fixture
  }
}

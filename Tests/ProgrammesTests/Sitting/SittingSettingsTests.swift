import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("A sitting's subjects, fees and sites")
struct SittingSettingsTests {
  private let capacity = #"{total: 1000, "14": 500, "15": 300, "26": 99999, "35": 100, "42": 100}"#
  private let preferred = "{2020-09-26: 100, 2020-09-27: 100}"

  @Test(
    "SET-01 subjects per candidate are 1 to 3",
    arguments: [("0", false), ("1", true), ("3", true), ("4", false)])
  func subjectsPerCandidate(number: String, isRight: Bool) throws {
    let faults = try SittingSample.faults(("subjectsPerCandidate: 2", "subjectsPerCandidate: \(number)"))
    #expect(faults == (isRight ? [] : ["SET-01.subjectsPerCandidate sites.990701.subjectsPerCandidate"]))
  }

  @Test("SET-01 only sites have settings of a site")
  func noSite() throws {
    let faults = try SittingSample.faults((#"  "990701":"# + "\n    open", #"  "9907":"# + "\n    open"))
    #expect(faults == ["SET-01.site sites.9907"])
  }

  @Test("SET-02 a site offers what its province offers")
  func province() throws {
    #expect(
      try SittingSample.faults((#", "42": [2020-09-26, 2020-09-28]}"#, "}"))
        == ["SET-02.province sites.990701.subjects.42"])
  }

  @Test("SET-02 a site's days lie within the province's")
  func dates() throws {
    #expect(
      try SittingSample.faults(
        (
          #"subjects: {"14": [2020-09-26, 2020-09-28], "15": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-27]"#,
          #"subjects: {"14": [2020-09-27], "15": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-28]"#
        ))
        == ["SET-02.dates sites.990701.subjects.26"])
  }

  @Test("SET-02 a city's list bounds its sites, and lies inside the province's")
  func city() throws {
    let faults = try SittingSample.faults(
      (
        "\nfees:",
        #"  "9907": {"14": [2020-09-26, 2020-09-28], "15": [2020-09-26, 2020-09-28], "26": [2020-09-28], "35": [2020-09-26, 2020-09-28]}"#
          + "\n\nfees:"
      ))
    #expect(
      faults == [
        "SET-02.dates subjects.9907.26", "SET-02.dates sites.990701.subjects.26",
        "SET-02.province sites.990701.subjects.42",
      ])
  }

  @Test("SET-02 days are exam days")
  func examDays() throws {
    #expect(
      try SittingSample.faults(
        (#""99": {"14": [2020-09-26, 2020-09-28]"#, #""99": {"14": [2020-09-26, 2020-09-30]"#))
        == ["SET-02.examDay subjects.99.14"])
  }

  @Test("SET-02 the first day does not lie after the last, and there is one")
  func order() throws {
    let site = #"subjects: {"14": [2020-09-26, 2020-09-28]"#
    #expect(
      try SittingSample.faults((site, #"subjects: {"14": [2020-09-28, 2020-09-26]"#))
        == ["SET-02.order sites.990701.subjects.14"])
    #expect(
      try SittingSample.faults((site, #"subjects: {"14": []"#)) == ["SET-02.noDates sites.990701.subjects.14"]
    )
  }

  @Test("SET-02 a list of more than a hundred dates is refused, not compared")
  func manyDates() throws {
    let dates = Array(repeating: "2020-09-26", count: 101).joined(separator: ", ")
    #expect(
      try SittingSample.faults(
        (#"subjects: {"14": [2020-09-26, 2020-09-28]"#, #"subjects: {"14": [\#(dates)]"#))
        == ["SET-08.dates sites.990701.subjects.14"])
  }

  @Test("SET-02 a subject is one of the programme in this very sitting", arguments: ["68", "99"])
  func unknownSubject(code: String) throws {
    #expect(
      try SittingSample.faults(("\nfees:", #"  "9907": {"\#(code)": [2020-09-26]}"# + "\n\nfees:"))
        .contains("SET-02.subject subjects.9907.\(code)"))
  }

  @Test(
    "SET-03 the total is 100 to 99 999, never 0 or empty",
    arguments: [("99", false), ("100", true), ("99999", true), ("100000", false), ("0", false)])
  func total(total: String, isRight: Bool) throws {
    // Preferred dates would have a say too.
    let faults = try SittingSample.faults((preferred, "{}"), ("{total: 1000", "{total: \(total)"))
    #expect(faults == (isRight ? [] : ["SET-03.total sites.990701.capacity.total"]))
  }

  @Test(
    "SET-03 a total that is missing or empty is refused",
    arguments: [#"{"14": 500}"#, "{total: }", "{total: ~}"])
  func noTotal(capacity: String) throws {
    let findings = try SittingSample.findings(in: SittingSample.text((self.capacity, capacity)))
    #expect(findings.filter { $0.severity == .error }.map(\.code) == ["SET-08.missing"])
    #expect(findings.first { $0.severity == .error }?.place.column == "sites.990701.capacity.total")
  }

  @Test(
    "SET-03 a subject has 0 to 99 999 places",
    arguments: [("0", true), ("99999", true), ("-1", false), ("100000", false)])
  func places(places: String, isRight: Bool) throws {
    let faults = try SittingSample.faults((#""14": 500"#, #""14": \#(places)"#))
    #expect(faults == (isRight ? [] : ["SET-03.places sites.990701.capacity.14"]))
  }

  @Test("SET-03 a capacity above 0 needs its subject; 0 does not")
  func capacityWithoutSubject() throws {
    let last = #", "42": [2020-09-26, 2020-09-28]}"# + "\n    roster"
    #expect(
      try SittingSample.faults((last, "}\n    roster")) == ["SET-03.notOffered sites.990701.capacity.42"])
    #expect(try SittingSample.faults((last, "}\n    roster"), (#""42": 100}"#, #""42": 0}"#)) == [])
  }

  @Test("SET-03 a subject without a capacity is a warning: the total alone limits it")
  func subjectWithoutCapacity() throws {
    let findings = try SittingSample.findings(in: SittingSample.text((#", "42": 100}"#, "}")))
    #expect(findings.map(\.code) == ["SET-03.unset"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(
    "SET-04 a preferred date has 1 place to half of the total",
    arguments: [("0", false), ("1", true), ("500", true), ("501", false)])
  func preferredPlaces(places: String, isRight: Bool) throws {
    let faults = try SittingSample.faults((preferred, "{2020-09-26: \(places)}"))
    #expect(faults == (isRight ? [] : ["SET-04.places sites.990701.preferredDates.2020-09-26"]))
  }

  @Test("SET-04 the preferred dates together have at most the total", arguments: [("1", true), ("2", false)])
  func preferredSum(places: String, isRight: Bool) throws {
    let days = "{2020-09-26: 499, 2020-09-27: 500, 2020-09-28: \(places)}"
    #expect(
      try SittingSample.faults((preferred, days))
        == (isRight ? [] : ["SET-04.sum sites.990701.preferredDates"]))
  }

  @Test("SET-04 preferred dates are exam days, each once, and dates at all")
  func preferredDates() throws {
    let path = "sites.990701.preferredDates"
    #expect(try SittingSample.faults((preferred, "{2020-09-29: 1}")) == ["SET-04.examDay \(path).2020-09-29"])
    #expect(
      try SittingSample.faults((preferred, "{2020-09-26: 1, 2020/9/26: 2}")) == [
        "SET-04.doubled \(path).2020/9/26"
      ])
    #expect(try SittingSample.faults((preferred, "{samstags: 1}")) == ["SET-08.form \(path).samstags"])
  }

  @Test("SET-05 a class that stands twice is refused, whichever semicolon parts them")
  func classes() throws {
    #expect(
      try SittingSample.faults(("会计一班;会计二班；管理一班", "会计一班; 会计二班 ；会计一班；;"))
        == ["SET-05.doubled sites.990701.classes"])
    #expect(try SittingSample.faults(("会计一班;会计二班；管理一班", "; ；")) == [])
  }

  @Test("SET-06 fees name subjects of the programme and are not below nothing")
  func fees() throws {
    #expect(
      try SittingSample.faults((#"subjects: {"42": 80.00}"#, #"subjects: {"43": 80.00}"#))
        == ["SET-02.subject fees.99.subjects.43"])
    #expect(try SittingSample.faults(("subject: 76.00", "subject: -1")) == ["SET-06.amount fees.99.subject"])
    #expect(try SittingSample.faults(("person: 2.00, ", "")) == ["SET-08.missing fees.99.person"])
  }

  @Test(
    "SET-06 a site pays its own fees, else those of the nearest organisation above; without any it has none")
  func feeLookUp() throws {
    let text = try SittingSample.text(
      (#"  "99": {person"#, #"  "9907": {person: 1.00, subject: 50.00}"# + "\n" + #"  "99": {person"#))
    let sitting = try SittingSample.document(text).definition
    #expect(sitting.fees(for: "990701") == FeeTable(person: 100, subject: 5_000))
    #expect(sitting.fees(for: "99")?.fen(forSubject: "42") == 8_000)
    #expect(sitting.fees(for: "") == nil)
  }

  @Test("SET-07 the roster's restrictions are three flags")
  func roster() throws {
    let flags = "{enabled: false, provinceOnly: false, siteOnly: false}"
    let text = try SittingSample.text((flags, "{enabled: true, siteOnly: True}"))
    #expect(
      try SittingSample.document(text).definition.sites["990701"]?.roster
        == RosterRestriction(isEnabled: true, provinceOnly: false, siteOnly: true))
    #expect(
      try SittingSample.faults((flags, "{enabled: ja, nur: true}"))
        == ["SET-08.form sites.990701.roster.enabled", "SET-08.key sites.990701.roster.nur"].sorted {
          $0 > $1
        })
  }

  @Test("SET-02 the subjects of a code are the site's own, else those offered above")
  func subjectLookUp() throws {
    let sitting = try SittingSample.document(SittingSample.text).definition
    #expect(sitting.subjects(for: "990701").count == 5)
    #expect(sitting.subjects(for: "9907") == sitting.offers["99"])
    #expect(sitting.subjects(for: "") == [:])
  }
}

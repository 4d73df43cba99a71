import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("Loading a sitting again")
struct SittingReloadTests {
  private let last = #", "42": [2020-09-26, 2020-09-28]}"# + "\n    roster"
  private let noCapacity = (#""42": 100}"#, #""42": 0}"#)

  /// The faults of a changed sample that is to replace another, with entries stored.
  private func faults(
    of text: String, replacing old: String? = SittingSample.text, registered: [String: Int] = [:]
  ) throws -> [String] {
    SittingReload.findings(
      in: try SittingSample.document(text),
      replacing: try old.map { try SittingSample.document($0).definition },
      registered: ["990701": registered]
    ).map { "\($0.code) \($0.place.column ?? "")" }
  }

  @Test("SET-02 a subject with entries cannot be removed")
  func entries() throws {
    let old = try SittingSample.text(noCapacity)
    let new = try SittingSample.text(noCapacity, (last, "}\n    roster"))
    #expect(try faults(of: new, replacing: old) == [])
    #expect(try faults(of: new, replacing: old, registered: ["42": 0]) == [])
    #expect(
      try faults(of: new, replacing: old, registered: ["42": 1]) == [
        "SET-02.entries sites.990701.subjects.42"
      ])
  }

  @Test("SET-02 a subject with capacity above 0 cannot be removed: 0 is loaded first")
  func capacity() throws {
    let new = try SittingSample.text(noCapacity, (last, "}\n    roster"))
    #expect(try faults(of: new) == ["SET-02.capacity sites.990701.subjects.42"])
    #expect(try faults(of: try SittingSample.text(noCapacity)) == [])
  }

  @Test("SET-02 days are not edited, but for a subject that could be removed too")
  func dates() throws {
    let edit = (last, #", "42": [2020-09-26]}"# + "\n    roster")
    #expect(try faults(of: try SittingSample.text(edit)) == ["SET-02.edited sites.990701.subjects.42"])
    let old = try SittingSample.text(noCapacity)
    #expect(try faults(of: try SittingSample.text(edit), replacing: old) == [])
    #expect(
      try faults(of: try SittingSample.text(edit), replacing: old, registered: ["42": 3]) == [
        "SET-02.edited sites.990701.subjects.42"
      ])
  }

  @Test("SET-02 a site with entries keeps its settings; without entries it may lose them")
  func site() throws {
    let text = SittingSample.text
    let start = try #require(text.firstRange(of: "\nsites:"))
    let without = String(text[..<start.lowerBound])
    #expect(try faults(of: without, registered: ["14": 2]) == ["SET-02.site sites.990701"])
    #expect(try faults(of: without) == [])
  }

  @Test("SET-03 no capacity goes below what is registered", arguments: [(500, 0), (501, 1)])
  func places(registered: Int, expected: Int) throws {
    let faults = try faults(of: SittingSample.text, registered: ["14": registered])
    #expect(faults == Array(repeating: "SET-03.registered sites.990701.capacity.14", count: expected))
  }

  @Test(
    "SET-03 the total goes not below what is registered in all subjects", arguments: [(200, 0), (201, 1)])
  func total(registered: Int, expected: Int) throws {
    let counts = ["14": 500, "15": 300, "26": registered]
    let faults = try faults(of: SittingSample.text, registered: counts)
    #expect(faults == Array(repeating: "SET-03.registeredTotal sites.990701.capacity.total", count: expected))
  }

  @Test("SET-03 a new sitting with nothing stored has nothing to lose")
  func new() throws {
    #expect(try faults(of: SittingSample.text, replacing: nil) == [])
  }

  @Test("SET-08 what cannot be read is told by the reading alone")
  func unread() throws {
    let text = try SittingSample.text(
      (#"subjects: {"14": [2020-09-26, 2020-09-28]"#, #"subjects: {"14": [bald]"#))
    #expect(try faults(of: text, registered: ["14": 5]) == [])
    #expect(
      try faults(of: try SittingSample.text(("{total: 1000", "{total: viele")), registered: ["14": 5]) == [])
  }

  @Test(
    "SET-08 a text with a control character inside is no text: the trail keeps its fields apart with them")
  func controlCharacters() throws {
    let text = try SittingSample.text(("name: 测试省}", #"name: "测试\u001F省"}"#))
    #expect(try SittingSample.findings(in: text).map(\.code) == ["SET-08.form"])
  }
}

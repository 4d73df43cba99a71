import ExamModel
import Testing

@testable import Programmes

@Suite("What loading a sitting would change")
struct SittingChangesTests {
  private func changes(_ replacements: (old: String, new: String)...) throws -> [SittingChanges.Change] {
    var text = SittingSample.text
    for (old, new) in replacements {
      let range = try #require(text.firstRange(of: old))
      text.replaceSubrange(range, with: new)
    }
    let before = try SittingSample.document(SittingSample.text).definition
    return SittingChanges(from: before, to: try SittingSample.document(text).definition).list
  }

  @Test("SET-08 the same file again changes nothing")
  func nothing() throws {
    #expect(try changes().isEmpty)
    #expect(try changes(("# the same windows as its parent", "")).isEmpty)
  }

  @Test("SET-08 changed, added and removed values are listed with path, old and new, in file order")
  func list() throws {
    let changes = try changes(
      ("{total: 1000", "{total: 2000"), ("person: 2.00", "person: 3.50"), (#", "42": 100}"#, "}"),
      ("2020-08-31 21:00]\n    registration", "2020-09-01 21:00]\n    registration"),
      (#""990701": inherit"#, ""), (#"{code: "990702","#, #"{code: "990703", address: 路, "#))
    #expect(
      changes == [
        .init(path: "organisations.990702.audited", old: "false", new: nil),
        .init(path: "organisations.990702.enabled", old: "false", new: nil),
        .init(path: "organisations.990702.name", old: "地市七考点二", new: nil),
        .init(path: "organisations.990703.address", old: nil, new: "路"),
        .init(path: "organisations.990703.audited", old: nil, new: "false"),
        .init(path: "organisations.990703.enabled", old: nil, new: "false"),
        .init(path: "organisations.990703.name", old: nil, new: "地市七考点二"),
        .init(
          path: "windows.99.roster", old: "2020-07-23 08:00 – 2020-08-31 21:00",
          new: "2020-07-23 08:00 – 2020-09-01 21:00"),
        .init(path: "windows.990701", old: "inherit", new: nil),
        .init(path: "fees.99.person", old: "2.00", new: "3.50"),
        .init(path: "sites.990701.capacity.42", old: "100", new: nil),
        .init(path: "sites.990701.capacity.total", old: "1000", new: "2000"),
      ])
  }

  @Test(
    "SET-08 every single value of the file shows when it changes",
    arguments: [
      ("2020年9月全国", "2020年秋全国"), ("2020-09-28]\nages", "2020-09-29]\nages"), ("least: 6", "least: 7"),
      ("most: 80", "most: 79"), ("name: 测试省}", "name: 省}"), ("学院路1号", "学院路2号"),
      ("audited: false", "audited: true"),
      ("enabled: false}\n\nusers", "enabled: true}\n\nusers"),
      (#"organisation: "", role: administrator"#, #"organisation: "", role: viewer"#),
      (#"prov99, organisation: "99""#, #"prov99, organisation: "9907""#),
      ("[2020-09-15 08:00]", "[2020-09-15 08:00:01]"),
      ("subject: 76.00", "subject: 76.01"), (#"{"42": 80.00}"#, #"{"42": 80.10}"#),
      ("open: true", "open: false"),
      ("collectiveRegistration: true", "collectiveRegistration: false"),
      ("collectivePayment: true", "collectivePayment: false"),
      ("auditRequired: false", "auditRequired: true"),
      ("classRequired: false", "classRequired: true"), ("管理一班", "管理二班"),
      ("subjectsPerCandidate: 2", "subjectsPerCandidate: 3"),
      ("candidatesPrintTickets: true", "candidatesPrintTickets: false"),
      ("2020-09-27: 100", "2020-09-27: 101"),
      (#""14": 500"#, #""14": 501"#), (#"subjects: {"14": [2020-09-26"#, #"subjects: {"14": [2020-09-27"#),
      ("{enabled: false, p", "{enabled: true, p"), ("provinceOnly: false", "provinceOnly: true"),
      ("siteOnly: false", "siteOnly: true"),
    ])
  func complete(old: String, new: String) throws {
    #expect(!(try changes((old, new)).isEmpty))
  }

  @Test("SET-08 an empty list differs from none")
  func empty() throws {
    let before = try SittingSample.document(SittingSample.text).definition
    var after = before
    after.offers["9907"] = [:]
    after.windows["990702"] = .own([:])
    #expect(
      SittingChanges(from: before, to: after).list == [
        .init(path: "windows.990702", old: nil, new: "{}"), .init(path: "subjects.9907", old: nil, new: "{}"),
      ])
  }

  @Test("SET-08 from nothing everything is new")
  func first() throws {
    let sitting = try SittingSample.document(SittingSample.text).definition
    let changes = SittingChanges(from: nil, to: sitting)
    #expect(changes.list.first == .init(path: "ages.least", old: nil, new: "6"))
    #expect(changes.list.allSatisfy { $0.old == nil && $0.new != nil })
    #expect(!changes.isEmpty)
  }
}

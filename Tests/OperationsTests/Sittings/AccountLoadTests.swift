import ExamModel
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Settlement accounts that come in with the sitting file.
@Suite struct AccountLoadTests {
  private func text(_ accounts: String...) -> String {
    SittingPlan().text
      + (accounts.isEmpty ? "\naccounts: []\n" : "\naccounts:\n" + accounts.map { "  - {\($0)}\n" }.joined())
  }

  private let one = """
    organisation: "990701", bank: 测试银行, bankNumber: "100000000001", name: 测试大学, number: "96758110300000111", \
    kind: 考点收费账户
    """
  private let two = """
    organisation: "99", bank: 测试银行, bankNumber: "100000000001", name: 测试省, number: "96758110300000222", \
    kind: 省收费账户, remarks: 备注
    """

  private func numbers(_ fixture: OfficeFixture) async throws -> [String] {
    try await fixture.office("root").accounts(sitting: "ncre-58", site: "").map {
      "\($0.organisation) \($0.account.number) \($0.account.bank)"
    }
  }

  @Test(
    "ORG-04 OPS-02 a file's accounts are added, changed and removed with the rest of it, each in the trail")
  func work() async throws {
    let fixture = try await OfficeFixture()
    let start = try await fixture.trailLength()
    let first = try await fixture.loadSitting(text(one, two))
    #expect(first.isLoaded && first.changes.count == 9)
    #expect(!first.changes.contains { $0.path.contains("96758110300000111") })
    #expect(
      try await numbers(fixture) == ["99 96758110300000222 测试银行", "990701 96758110300000111 测试银行"])
    #expect(try await fixture.loadSitting(text(one, two)).changes.isEmpty)
    // A file that says nothing of accounts leaves them.
    #expect(try await fixture.loadSitting(SittingPlan().text).changes.isEmpty)
    #expect(try await numbers(fixture).count == 2)
    let changed = one.replacing("bank: 测试银行", with: "bank: 别的银行")
    let second = try await fixture.loadSitting(text(changed), isDryRun: true)
    #expect(
      second.changes.map(\.path).contains("accounts.990701.…0111.bank") && second.changes.count == 6)
    #expect(try await numbers(fixture).count == 2)
    _ = try await fixture.loadSitting(text(changed))
    #expect(try await numbers(fixture) == ["990701 96758110300000111 别的银行"])
    _ = try await fixture.loadSitting(text())
    #expect(try await numbers(fixture) == [])
    let trail = try await fixture.trail(after: start).filter { $0.change.rule == "ORG-04" }
    #expect(trail.map(\.change.action) == [.created, .created, .removed, .changed, .removed])
    #expect(trail.allSatisfy { $0.member == "root" })
  }

  @Test("ORG-04 an account that no bank could use keeps the whole file from being loaded")
  func fault() async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let bad = two.replacing("\"100000000001\"", with: "\"1000\"").replacing("\"99\"", with: "\"97\"")
    let load = try await fixture.loadSitting(
      text(one, one, bad).replacing("学院路1号", with: "学院路8号"))
    #expect(!load.isLoaded)
    #expect(
      Set(load.findings.map { "\($0.code) \($0.place.column ?? "")" }) == [
        "ORG-04.doubled accounts[2].number", "ORG-04.bankNumber accounts[3].bankNumber",
        "ORG-04.organisation accounts[3].organisation",
      ])
    #expect(try await fixture.dump() == before)
  }
}

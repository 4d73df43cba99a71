import ExamModel
import Imports
import Operations
import Programmes
import Storage
import Tabular
import Testing

/// Settlement accounts (chapter 45).
@Suite struct AccountTests {
  private let code = SittingPlan.code
  private let account = SittingCopyTests.account

  @Test("ORG-04 OPS-02 an account is added, changed and deleted, each in the trail, at any time")
  func work() async throws {
    let fixture = try await OfficeFixture(now: "2019-01-01 00:00")
    let office = fixture.office()
    let start = try await fixture.trailLength()
    #expect(try await office.addAccount(account, to: "990701", in: code).isDone)
    var changes = AccountChanges()
    (changes.number, changes.remarks) = ("96758110300000222", "测试")
    #expect(try await office.changeAccount("0111", of: "990701", in: code, changes).isDone)
    var stored = try await office.accounts(sitting: code, site: "990701")
    #expect(stored.map(\.account.number) == ["96758110300000222"])
    #expect(stored[0].account.remarks == "测试" && stored[0].account.bank == account.bank)
    let gone = try await office.deleteAccount("96758110300000222", of: "990701", in: code, reason: "换行")
    #expect(gone.number == "96758110300000222")
    stored = try await office.accounts(sitting: code, site: "990701")
    #expect(stored.isEmpty)
    let trail = try await fixture.trail(after: start)
    #expect(trail.map(\.change.action) == [.created, .changed, .removed])
    #expect(
      trail[1].change.line
        == "changed account 96758110300000111: account_number 96758110300000111→96758110300000222, remarks →测试"
    )
    #expect(trail.allSatisfy { $0.member == "site990701" && $0.change.site == "990701" })
    #expect(trail[2].change.reason == "换行" && trail[2].change.fields.count == 6)
  }

  /// Changes of a good account, and what they are found to be.
  static let faults: [(change: @Sendable (inout SettlementAccount) -> Void, codes: [String])] = [
    ({ $0.bank = "　" }, ["ORG-04.blank"]), ({ $0.bankNumber = "12345678901" }, ["ORG-04.bankNumber"]),
    ({ $0.bankNumber = "1234567890123" }, ["ORG-04.bankNumber"]),
    ({ $0.bankNumber = "12345678901x" }, ["ORG-04.bankNumber"]), ({ $0.name = "" }, ["ORG-04.blank"]),
    ({ $0.name = "a\nb" }, ["ORG-04.text"]), ({ $0.number = "12345" }, ["ORG-04.accountNumber"]),
    ({ $0.number = "1234 5678" }, ["ORG-04.accountNumber"]), ({ $0.kind = "" }, ["ORG-04.blank"]),
    ({ $0.kind = String(repeating: "类", count: 101) }, ["ORG-04.text"]),
    ({ ($0.bank, $0.number) = ("", "1") }, ["ORG-04.blank", "ORG-04.accountNumber"]),
    ({ $0.remarks = " " }, []), ({ $0.bankNumber = " 123456789012 " }, []),
  ]

  @Test(
    "ORG-04 everything wrong with an account is found at once, and then nothing is kept",
    arguments: faults.indices)
  func fault(index: Int) async throws {
    let fixture = try await OfficeFixture()
    let before = try await fixture.dump()
    let (change, codes) = Self.faults[index]
    var bad = account
    change(&bad)
    let edit = try await fixture.office().addAccount(bad, to: "990701", in: code)
    #expect(edit.findings.map(\.code) == codes && edit.isDone == codes.isEmpty)
    if !codes.isEmpty { #expect(try await fixture.dump() == before) }
    #expect(!edit.findings.contains { $0.value?.contains(account.number) == true })
  }

  @Test("ORG-04 an account that is there already is a finding; the same number at another site is not")
  func twice() async throws {
    let fixture = try await OfficeFixture()
    #expect(try await fixture.office().addAccount(account, to: "990701", in: code).isDone)
    let again = try await fixture.office().addAccount(account, to: "990701", in: code)
    #expect(again.findings.map(\.code) == ["ORG-04.exists"])
    #expect(try await fixture.office("site990703").addAccount(account, to: "990703", in: code).isDone)
    var other = account
    other.number = "55558110300000111"
    #expect(try await fixture.office().addAccount(other, to: "990701", in: code).isDone)
    var changes = AccountChanges()
    changes.number = account.number
    let moved = try await fixture.office().changeAccount("55558110300000111", of: "990701", in: code, changes)
    #expect(moved.findings.map(\.code) == ["ORG-04.exists"])
    // Both end alike, and three digits are too few to name one.
    for ending in ["0111", "111", "9999", ""] {
      let refused = try await refusal {
        _ = try await fixture.office().deleteAccount(ending, of: "990701", in: code)
      }
      #expect(refused.rule == "ORG-04", "\(ending)")
    }
    #expect(try await fixture.count("SELECT count(*) FROM settlement_account") == 3)
  }

  @Test("ORG-02 ORG-06 a site manages its own accounts, upper ones those below; no viewer, no closed sitting")
  func gates() async throws {
    let fixture = try await OfficeFixture()
    #expect(try await fixture.office("prov99").addAccount(account, to: "990701", in: code).isDone)
    let before = try await fixture.dump()
    for (user, reason) in [
      ("site990703", Refusal.Reason.scope), ("site980101", .scope), ("view990701", .viewer),
      ("site990702", .scope),
    ] {
      let calls: [() async throws -> Void] = [
        { _ = try await fixture.office(user).addAccount(account, to: "990701", in: code) },
        {
          _ = try await fixture.office(user).changeAccount("0111", of: "990701", in: code, AccountChanges())
        },
        { _ = try await fixture.office(user).deleteAccount("0111", of: "990701", in: code) },
        { _ = try await fixture.office(user).copyAccounts(of: "990701", in: code, from: "ncre-58") },
      ]
      for call in calls { #expect(try await refusal { try await call() }.reason == reason, "\(user)") }
    }
    // A disabled site's own users may not work; those above it may.
    let disabled = try await refusal {
      _ = try await fixture.office("site990702").addAccount(account, to: "990702", in: code)
    }
    #expect(disabled.reason == .disabled)
    #expect(try await fixture.office("site990703").accounts(sitting: code, site: "990701").isEmpty)
    #expect(try await fixture.office("view990701").accounts(sitting: code, site: "990701").count == 1)
    #expect(try await fixture.office("prov99").accounts(sitting: code, site: "99").count == 1)
    #expect(try await fixture.dump() == before)
    try await fixture.office("root").closeSitting(code)
    let closed = try await refusal {
      _ = try await fixture.office().deleteAccount("0111", of: "990701", in: code)
    }
    #expect(closed.reason == .closed)
    #expect(try await fixture.office().accounts(sitting: code, site: "990701").count == 1)
  }

  @Test("ORG-04 the accounts of the sitting before are taken once, those that are there stay as they are")
  func copy() async throws {
    let fixture = try await OfficeFixture()
    let office = fixture.office()
    var other = account
    other.number = "55558110300000222"
    for one in [account, other] { _ = try await office.addAccount(one, to: "990701", in: code) }
    _ = try await fixture.office("site990703").addAccount(account, to: "990703", in: code)
    #expect(try await fixture.loadSitting(SittingCopyTests.next()).isLoaded)
    var changed = account
    changed.remarks = "新"
    _ = try await office.addAccount(changed, to: "990701", in: "ncre-59")
    let start = try await fixture.trailLength()
    let copy = try await office.copyAccounts(of: "990701", in: "ncre-59")
    #expect(copy.from == "ncre-58" && copy.copied == 1 && copy.kept == 1)
    let accounts = try await office.accounts(sitting: "ncre-59", site: "990701")
    #expect(accounts.map(\.account) == [other, changed])
    #expect(try await office.copyAccounts(of: "990701", in: "ncre-59").copied == 0)
    #expect(try await fixture.trail(after: start).count == 1)
    #expect(try await fixture.count("SELECT count(*) FROM settlement_account WHERE site = '990703'") == 1)
    let none = try await refusal { _ = try await office.copyAccounts(of: "990701", in: "ncre-58") }
    #expect(none.rule == "ORG-04")
  }

  @Test("ORG-04 a file that leaves out an organisation with accounts is refused")
  func organisationRemoved() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.office("root").addAccount(account, to: "990702", in: code)
    let plan = SittingPlan.with { plan in
      plan.organisations.removeAll { $0.contains("990702") }
      plan.users.removeAll { $0.1 == "990702" }
      plan.lowerWindows.removeAll { $0.0 == "990702" }
    }
    let load = try await fixture.loadSitting(plan.text)
    #expect(!load.isLoaded && load.findings.map(\.code) == ["ORG-04.accounts"])
    _ = try await fixture.office("root").deleteAccount("0111", of: "990702", in: code)
    #expect(try await fixture.loadSitting(plan.text).isLoaded)
  }
}

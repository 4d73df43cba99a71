import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Payment applications from a workbook, confirmed in bulk (PAY-04).
@Suite struct PaymentApplicationTests {
  private static let sitting = OnePlusXFixture.sitting

  /// A school with students who are entered for the certificate at the lower level.
  private func fixture(_ students: Int = 3) async throws -> OnePlusXFixture {
    let fixture = try await OnePlusXFixture()
    try await fixture.addStudents(0..<students)
    try await fixture.enter(0..<students)
    return fixture
  }

  private func apply(
    _ fixture: OnePlusXFixture, _ rows: [TextRow], _ options: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportResult {
    try await fixture.importing("payment-applications", OnePlusXRows.payments, rows, options)
  }

  private func applications(_ fixture: OnePlusXFixture) async throws -> [PaymentApplicationItem] {
    try await fixture.office().paymentApplications(sitting: Self.sitting)
  }

  @Test("PAY-04 SET-06 an application by certificate has a number and sums what its subjects cost")
  func byCertificate() async throws {
    let fixture = try await fixture()
    let result = try await apply(fixture, [OnePlusXRows.payment(0), OnePlusXRows.payment(1)])
    #expect(result.state == "done" && result.made == "990001-1")
    let item = try #require(try await applications(fixture).first)
    #expect(item.application == "990001-1" && item.state == .open && item.basis == "certificate")
    #expect(item.candidates == 2 && item.certificates == 2 && item.entries == 6)
    // 2 × 2.00 yuan; 2 × (60.00 + 60.00 + 100.00).
    #expect(item.personFees == 400 && item.subjectFees == 44_000 && item.totalFen == 44_400)
    #expect(item.job == result.job && item.createdBy == "school990001")
  }

  @Test("PAY-04 an application by subject sums exactly the subjects that are named")
  func bySubject() async throws {
    let fixture = try await fixture()
    let result = try await apply(
      fixture,
      [
        OnePlusXRows.payment(0, subject: "609371"), OnePlusXRows.payment(0, subject: "098694"),
        OnePlusXRows.payment(1, subject: "098694"),
      ])
    let item = try #require(try await applications(fixture).first)
    #expect(result.made == item.application && item.basis == "subject")
    #expect(item.candidates == 2 && item.entries == 3 && item.totalFen == 400 + 22_000)
    let second = try await apply(fixture, [OnePlusXRows.payment(2)])
    #expect(second.made == "990001-2")
    #expect(try await applications(fixture).map(\.application) == ["990001-2", "990001-1"])
  }

  @Test(
    "PAY-04 what an application holds is in no other one and is not removed; the findings say what holds it")
  func held() async throws {
    let fixture = try await fixture()
    _ = try await apply(fixture, [OnePlusXRows.payment(0)])
    let again = try await apply(fixture, [OnePlusXRows.payment(0, subject: "609371")])
    #expect(again.state == "refused" && again.marks == ["2 身份证号 PAY-04.held"])
    #expect(again.findings.first?.message.contains("申请单 990001-1，school990001") == true)
    #expect(again.findings.first?.suggestion?.contains("kaowu payment withdraw") == true)
    let removed = try await fixture.importing(
      "entry-removals", OnePlusXRows.removals, [OnePlusXRows.removal(0, subject: "609371")])
    #expect(removed.marks == ["2 身份证号 VSL-03.protected"])
    #expect(try await applications(fixture).count == 1)
  }

  @Test("PAY-04 only the assessment body confirms; it confirms all that are open, or those it names")
  func confirm() async throws {
    let fixture = try await fixture()
    for number in 0..<3 { _ = try await apply(fixture, [OnePlusXRows.payment(number)]) }
    for user in ["school990001", "view990001"] {
      await #expect(throws: Refusal.self) {
        _ = try await fixture.office(user).confirmPayments(sitting: Self.sitting)
      }
    }
    let body = fixture.office("body")
    let named = try await body.confirmPayments(sitting: Self.sitting, numbers: ["990001-2"])
    #expect(
      named.map(\.application) == ["990001-2"] && named[0].state == .confirmed && named[0].endedBy == "body")
    // One that is not open, or is not there, keeps all of them from being confirmed.
    for other in ["990001-2", "990001-9"] {
      let refused = try await refusal {
        _ = try await body.confirmPayments(sitting: Self.sitting, numbers: ["990001-1", other])
      }
      #expect(refused.rule == "PAY-04")
    }
    #expect(try await applications(fixture).map(\.state) == [.open, .confirmed, .open])
    #expect(try await body.confirmPayments(sitting: Self.sitting).count == 2)
    #expect(try await applications(fixture).allSatisfy { $0.state == .confirmed })
    #expect(try await refusal { _ = try await body.confirmPayments(sitting: Self.sitting) }.rule == "PAY-04")
  }

  @Test("PAY-04 OPS-02 nothing of a confirmed application changes: neither it, nor its entries, nor its sum")
  func frozen() async throws {
    let fixture = try await fixture(2)
    _ = try await apply(fixture, [OnePlusXRows.payment(0)])
    let before = try await fixture.store.trailLength()
    _ = try await fixture.office("body").confirmPayments(sitting: Self.sitting)
    let lines = try await fixture.store.trail(after: before).map(\.change)
    #expect(lines.filter { $0.record == .entry }.count == 3 && lines.allSatisfy { $0.rule == "PAY-04" })
    let stored = try #require(try await fixture.store.stored(OnePlusXRows.id(0)))
    #expect(stored.subjects == ["098694+", "609371+", "794690+"] && stored.lock == "payment")

    let withdrawn = try await refusal {
      _ = try await fixture.office().withdrawApplication("990001-1", sitting: Self.sitting, reason: "错了")
    }
    #expect(withdrawn.wording.zh.contains("由 body 确认，确认后不能再改"))
    let removed = try await fixture.importing(
      "entry-removals", OnePlusXRows.removals, [OnePlusXRows.removal(0)])
    #expect(Set(removed.marks) == ["2 身份证号 VSL-03.protected"] && removed.findingsTotal == 3)
    #expect(removed.findings[0].message.contains("缴费已确认"))
    #expect(
      try await apply(fixture, [OnePlusXRows.payment(0)]).findings.allSatisfy { $0.rule == "PAY-04.paid" })
    let moved = try await fixture.store.loadSitting(
      OnePlusXFixture.text().replacing("subject: 60.00", with: "subject: 90.00"))
    #expect(moved.findings == [] && moved.isLoaded)
    #expect(try await applications(fixture).map(\.totalFen) == [22_200])
    // It is no batch of the site's own, so the commands for those do not reach it.
    #expect(try await fixture.office().paymentBatches(sitting: Self.sitting, site: "990001").isEmpty)
  }

  @Test("PAY-04 the school withdraws what is not confirmed, with a reason, and applies anew")
  func withdraw() async throws {
    let fixture = try await fixture(1)
    _ = try await apply(fixture, [OnePlusXRows.payment(0)])
    let other = try await refusal {
      _ = try await fixture.office("school990002").withdrawApplication(
        "990001-1", sitting: Self.sitting, reason: "错了")
    }
    #expect(other.rule == "PAY-04" && other.wording.zh.contains("没有缴费申请单"))
    let item = try await fixture.office().withdrawApplication(
      "990001-1", sitting: Self.sitting, reason: "导入错了")
    #expect(item.state == .withdrawn && item.reason == "导入错了")
    #expect(try await apply(fixture, [OnePlusXRows.payment(0)]).made == "990001-2")
    let confirmed = try await fixture.office("body").confirmPayments(sitting: Self.sitting)
    #expect(confirmed.map(\.application) == ["990001-2"])
  }

  @Test("PAY-04 OPS-07 good rows alone make an application of their own, a dry run none")
  func partial() async throws {
    let fixture = try await fixture(2)
    let rows = [OnePlusXRows.payment(0), OnePlusXRows.payment(1).with(["证书": ""])]
    #expect(try await apply(fixture, rows).made == nil)
    #expect(try await apply(fixture, [rows[0]]) { $0.isDryRun = true }.made == nil)
    #expect(try await applications(fixture).isEmpty)
    #expect(try await apply(fixture, rows) { $0.isPartial = true }.made == "990001-1")
    #expect(try await applications(fixture).map(\.candidates) == [1])
    let made = try #require(try await applications(fixture).first)
    let job = try #require(Int(made.job ?? ""))
    #expect(try await refusal { _ = try await fixture.office().undoJob(job) }.rule == "REG-19")
  }

  @Test("PAY-04 without fees nothing can be summed, and other programmes have no applications")
  func notPossible() async throws {
    let fixture = try await OnePlusXFixture()
    let text = try OnePlusXFixture.text()
    let start = try #require(text.firstRange(of: "fees:")).lowerBound
    let end = try #require(text.firstRange(of: "plans:")).lowerBound
    var without = text
    without.removeSubrange(start..<end)
    #expect(try await fixture.store.loadSitting(without).isLoaded)
    let refused = try await refusal { _ = try await apply(fixture, [OnePlusXRows.payment(0)]) }
    #expect(refused.wording.zh.contains("设置费用"))
    let other = try await OfficeFixture()
    let none = try await refusal {
      _ = try await other.office("root").confirmPayments(sitting: SittingPlan.code)
    }
    #expect(none.rule == "PAY-04" && none.wording.zh.contains("不用缴费申请单"))
  }
}

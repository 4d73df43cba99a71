import Exports
import Imports
import Operations
import Storage
import Testing

/// What the stored registration of the same identity number lets an import do: every combination of states at once.
@Suite struct OverrideJudgementTests {
  /// One combination of what can be so of a stored registration.
  struct State {
    let isLocked, isIndividual, isElsewhere, isPaid, isInBatch: Bool

    static let all = (0..<32).map { bits in
      State(
        isLocked: bits & 1 != 0, isIndividual: bits & 2 != 0, isElsewhere: bits & 4 != 0,
        isPaid: bits & 8 != 0,
        isInBatch: bits & 16 != 0)
    }

    /// What a row that changes the name, leaves out subject 14 and adds 15 must be found to be.
    func marks(overrides: Bool) -> [String] {
      if !overrides { return ["证件号码 REG-04"] }
      if isElsewhere { return ["证件号码 REG-06"] }
      let held = isInBatch && !isPaid ? ["报考科目1 REG-09"] : []
      if isIndividual { return ["证件号码 REG-05"] + held }
      return (isLocked ? ["证件号码 REG-07"] : []) + held
    }

    /// The entries of the candidate after the import, where the row was taken.
    var subjectsAfter: [String] { isPaid ? ["14+", "15"] : ["15"] }
  }

  @Test(
    "REG-04 REG-05 REG-06 REG-07 REG-08 REG-09 every state of the stored registration, row by row",
    arguments: [false, true])
  func table(overrides: Bool) async throws {
    let fixture = try await OfficeFixture()
    let before = Candidate.some(State.all.count)
    try await prepare(before, fixture)
    let stored = try await fixture.stored()

    let rows = before.map { old in
      Candidate(0) {
        $0 = old
        $0.name = "钱改名"
        $0.subjects = ["15"]
      }
    }
    let result = try await fixture.register(rows) { ($0.overrides, $0.isPartial) = (overrides, true) }
    let found = result.marksByRow
    let after = try await fixture.stored()
    for (index, state) in State.all.enumerated() {
      let id = before[index].id
      let marks = state.marks(overrides: overrides)
      #expect(found[SheetFile.row(index)] ?? [] == marks, "\(state)")
      if marks.isEmpty {
        #expect(after[id]?.name == "钱改名", "\(state)")
        #expect(after[id]?.subjects == state.subjectsAfter, "\(state)")
      } else {
        #expect(after[id] == stored[id], "\(state)")
      }
    }
    #expect(result.rows.updated == State.all.count { $0.marks(overrides: overrides).isEmpty })
    #expect(after.count == stored.count)
  }

  @Test(
    "REG-05 REG-06 REG-07 REG-09 one such row refuses the whole file",
    arguments: [1, 2, 3, 4, 16, 17, 18, 31])
  func wholeFile(index: Int) async throws {
    let state = State.all[index]
    let fixture = try await OfficeFixture()
    let old = Candidate(0)
    try await prepare([old], states: [state], fixture)
    let before = try await fixture.dump()
    let changed = Candidate(0) {
      $0.name = "钱改名"
      $0.subjects = ["15"]
    }
    let result = try await fixture.register([Candidate(1), changed, Candidate(2)]) { $0.overrides = true }
    #expect(result.state == "refused")
    #expect(result.marks == state.marks(overrides: true).map { "3 \($0)" })
    #expect(try await fixture.dump() == before)
  }

  /// Registers candidates for subject 14 and brings each into its state.
  private func prepare(
    _ candidates: [Candidate], states: [State] = State.all, _ fixture: OfficeFixture
  ) async throws {
    for site in ["990701", "990703"] {
      let here = zip(candidates, states).filter { $1.isElsewhere == (site == "990703") }
      guard !here.isEmpty else { continue }
      #expect(try await fixture.register(here.map(\.0), site: site).state == "done")
    }
    for (candidate, state) in zip(candidates, states) {
      if state.isIndividual { try await set("method = 'individual'", candidate, fixture) }
      if state.isLocked { try await set("lock_reason = 'manual', locked_at = 1", candidate, fixture) }
      if state.isPaid { try await setEntry("paid = 'collective'", candidate, fixture) }
      if state.isInBatch { try await setEntry("payment_batch = 1", candidate, fixture) }
    }
  }

  private func set(_ assignment: String, _ candidate: Candidate, _ fixture: OfficeFixture) async throws {
    let changed = try await fixture.execute(
      "UPDATE registration SET \(assignment) WHERE document_number = $1", [.text(candidate.id)])
    #expect(changed == 1)
  }

  private func setEntry(_ assignment: String, _ candidate: Candidate, _ fixture: OfficeFixture) async throws {
    let changed = try await fixture.execute(
      """
      UPDATE entry SET \(assignment) WHERE registration IN (
        SELECT id FROM registration WHERE document_number = $1)
      """, [.text(candidate.id)])
    #expect(changed == 1)
  }
}

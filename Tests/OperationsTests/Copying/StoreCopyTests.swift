import Operations
import Storage
import Tabular
import Testing

/// Moving a whole store into another database.
@Suite struct StoreCopyTests {
  @Test("OPS-03 a store that moved has the same rows, makes the same packages, and goes on numbering")
  func whole() async throws {
    let move = try await StoreMove()
    let result = try await move.copy().run(to: "新库")
    #expect(result.isSame)
    #expect(result.tables.first { $0.name == "registration" }?.rows == 3)
    #expect(result.tables.first { $0.name == "score" }?.rows == 4)
    #expect(result.packages.same > 20)
    #expect(try await move.contents(of: move.target) == move.contents(of: move.source))
    // Whoever works on goes on where the old store stopped.
    let next = try await move.target.write { session in
      try session.first(
        """
        INSERT INTO registration (sitting, site, method, document_type, document_number, name, audit)
        VALUES (1, '990701', 'collective', '1', '990101200001010081', '新测试', 'none') RETURNING id
        """
      ) { $0.integer(0) }
    }
    #expect(next == 4)
  }

  @Test("OPS-03 a move that breaks off anywhere goes on, and nothing is doubled", arguments: 1...8)
  func brokenOff(atWrite number: Int) async throws {
    let move = try await StoreMove()
    try await move.breakOff(atWrite: number * 2)
    #expect(try await move.target.read { try StoreIdentity.unfinishedCopy($0) } != nil)
    let result = try await move.copy().run(to: "新库")
    #expect(result.isSame)
    #expect(try await move.contents(of: move.target) == move.contents(of: move.source))
  }

  @Test("OPS-03 what is not the same is named, and the new store stays unfinished")
  func difference() async throws {
    let move = try await StoreMove()
    try await move.breakOff(afterTable: "registration")
    try await move.target.write { _ = try $0.execute("UPDATE registration SET name = '错测试' WHERE id = 2") }
    let result = try await move.copy().run(to: "新库")
    #expect(result.tables.filter { !$0.same }.map(\.name) == ["registration"])
    #expect(result.packages.same == 0)
    #expect(try await move.target.read { try StoreIdentity.unfinishedCopy($0) } != nil)
  }

  @Test("OPS-03 a store that moves takes no change until it is unfrozen")
  func frozen() async throws {
    let move = try await StoreMove()
    _ = try await move.copy().run(to: "新库")
    let error = try await #require(throws: StoreError.self) {
      _ = try await move.scene.make("registrations")
    }
    #expect(error.code == .frozen)
    #expect(error.wording.zh.contains("新库"))
    let refusal = await #expect(throws: Refusal.self) {
      try await move.scene.store.office("site990701").unfreeze()
    }
    #expect(refusal?.rule == "ORG-02")
    try await move.scene.store.office().unfreeze()
    _ = try await move.scene.make("registrations")
  }

  @Test("OPS-03 a database that holds something of its own is left as it is")
  func notEmpty() async throws {
    let (move, other) = (try await StoreMove(), try await StoreMove())
    let before = try await other.contents(of: other.source)
    let refusal = await #expect(throws: Refusal.self) {
      try await StoreCopy(from: move.scene.store.office(), to: other.scene.store.office()).run(to: "新库")
    }
    #expect(refusal?.rule == "OPS-03")
    #expect(try await other.contents(of: other.source) == before)
  }

  @Test("OPS-03 the unfinished copy of one store is not filled from another")
  func otherCopy() async throws {
    let (move, other) = (try await StoreMove(), try await StoreMove())
    try await move.breakOff(atWrite: 8)
    let refusal = await #expect(throws: Refusal.self) {
      try await StoreCopy(from: other.scene.store.office(), to: move.office(move.target)).run(to: "新库")
    }
    #expect(refusal?.wording.zh.contains("另一个库") == true)
  }
}

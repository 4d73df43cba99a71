import Files
import Operations
import Storage
import Synchronization
import Tabular
import TestStores
import Testing

/// A store full of everything, and an empty one beside it.
struct StoreMove {
  let scene: PackageScene
  private let folder: TemporaryFolder
  private let made: TestStore

  init() async throws {
    scene = try await PackageScene()
    folder = try TemporaryFolder()
    made = try await TestStore.make(in: folder, isFirst: false)
  }

  var target: any Database { made }

  var source: any Database { scene.store.database }

  func office(_ database: any Database) -> Office {
    let office = scene.store.office()
    return Office(
      database: database, library: office.library, userName: office.userName, clock: office.clock)
  }

  func copy(into database: (any Database)? = nil) -> StoreCopy {
    StoreCopy(from: scene.store.office(), to: office(database ?? target))
  }

  /// Copies until the target's server goes away.
  func breakOff(atWrite number: Int) async throws {
    let left = Mutex(number)
    try await breakOff { _ in
      left.withLock {
        $0 -= 1; return $0 == 0
      }
    }
  }

  /// Copies until a table is there.
  func breakOff(afterTable name: String) async throws {
    try await breakOff { try StoreProperty.read("copied.\(name)", $0) != nil }
  }

  private func breakOff(when isBroken: @escaping @Sendable (any Session) throws -> Bool) async throws {
    let breaking = BreakingDatabase(base: target, isBroken: isBroken)
    let error = await #expect(throws: StoreError.self) { try await copy(into: breaking).run(to: "新库") }
    #expect(error?.code == .disk)
  }

  /// What a store holds, table by table, what is a store's own apart.
  func contents(of database: any Database) async throws -> [TableDigest] {
    try await database.read { session in
      try session.tables().filter { !["store_property", CandidateSites.table].contains($0.name) }.sorted {
        $0.name < $1.name
      }
      .map { try TableCopy($0).digest(session) }
    }
  }
}

/// A database whose server goes away before a write; the write is not kept.
private struct BreakingDatabase: Database {
  let base: any Database
  let isBroken: @Sendable (any Session) throws -> Bool

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result { try await base.read(body) }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await base.write { session in
      if try isBroken(session) { throw StoreError(.disk, zh: "断开", en: "gone") }
      return try body(session)
    }
  }

  func connection() async throws -> any Connection { try await base.connection() }
  func freeze(_ target: String?) async throws { try await base.freeze(target) }
  func health() async throws -> StoreHealth { try await base.health() }
}

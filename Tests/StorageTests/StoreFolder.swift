import Files
import Foundation
import Storage
import Tabular

@testable import StorageSQLite

/// A folder with a store in it.
struct StoreFolder {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path("store.sqlite") }

  /// Opens the store, or makes it.
  func open(create: Bool = true) async throws -> SQLiteDatabase {
    try await SQLiteDatabase(path: path, create: create)
  }

  /// A store with an empty table `thing (name, note, size, weight, content)`.
  func withThings() async throws -> SQLiteDatabase {
    let database = try await open()
    try await database.write { session in
      _ = try session.execute(
        "CREATE TABLE thing (name TEXT PRIMARY KEY, note TEXT, size BIGINT, weight DOUBLE PRECISION, content BYTEA)"
      )
    }
    return database
  }

  /// Puts bytes in the store's place.
  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }

  /// The bytes of the store's file.
  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
}

extension SQLiteDatabase {
  /// How many things there are.
  func things() async throws -> Int { try await read { try $0.count("SELECT count(*) FROM thing") } }
}

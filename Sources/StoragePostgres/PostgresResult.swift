internal import CPostgres
internal import Storage

/// The result of a statement, freed when the last reference goes.
final class PostgresResult {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { PQclear(pointer) }

  /// How many rows it has.
  var rows: CInt { PQntuples(pointer) }

  /// How many rows the statement inserted, changed or deleted; 0 for a definition.
  var changes: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

  /// The words with which the server reports what it did: `COMMIT`, `ROLLBACK` ….
  var tag: String { String(cString: PQcmdStatus(pointer)) }

  /// The text in the first row and column, or nil.
  var value: String? {
    guard rows > 0, PQgetisnull(pointer, 0, 0) == 0 else { return nil }
    return PostgresRow(result: pointer, row: 0).text(0)
  }

  /// How many bytes of memory it takes.
  var size: Int { PQresultMemorySize(pointer) }
}

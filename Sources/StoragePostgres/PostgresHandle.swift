internal import CPostgres
internal import Storage

/// A statement with its values.
struct PostgresStatement {
  let sql: String
  let parameters: PostgresParameters

  init(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) {
    self.sql = PostgresDatabase.dialect.fill(sql)
    parameters = try PostgresParameters(values)
  }
}

/// An open connection to a server. Used by one task at a time (its owner is an actor).
final class PostgresHandle {
  let connection: OpaquePointer
  /// The first failure since it was last forgotten. A body may pass over an error or turn it into another; what its
  /// transaction came to is told by this.
  private(set) var failure: PostgresFailure?

  /// Takes over an open connection.
  init(_ connection: OpaquePointer) { self.connection = connection }

  deinit { PQfinish(connection) }

  /// Whether a transaction is open, failed or not.
  var isInTransaction: Bool {
    let status = PQtransactionStatus(connection)
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE
  }

  /// Whether no transaction, copy or pipeline is open.
  var isIdle: Bool {
    PQtransactionStatus(connection) == PQTRANS_IDLE && PQpipelineStatus(connection) == PQ_PIPELINE_OFF
  }

  /// Whether the connection is of no more use.
  var isLost: Bool { PQstatus(connection) == CONNECTION_BAD || failure?.isLost == true }

  func forgetFailure() { failure = nil }

  /// Notes a failure and makes an error of it.
  func fail(_ result: OpaquePointer?) -> StoreError {
    let failure = PostgresFailure(result, connection: connection)
    PQclear(result)
    self.failure = self.failure ?? failure
    return failure.storeError
  }

  /// Runs statements that take no values.
  @discardableResult
  func run(_ sql: String) throws(StoreError) -> PostgresResult { try taken(PQexec(connection, sql)) }

  /// Runs one statement.
  func run(_ statement: PostgresStatement) throws(StoreError) -> PostgresResult {
    try taken(
      statement.parameters.withArguments { count, types, values, lengths, formats in
        PQexecParams(connection, statement.sql, count, types, values, lengths, formats, 0)
      })
  }

  /// Runs statements with one message to the server and one back; where one fails, those behind it do not run.
  /// - Returns: the result of the last.
  func run(_ statements: [PostgresStatement]) throws(StoreError) -> PostgresResult {
    if statements.count == 1 { return try run(statements[0]) }
    guard PQenterPipelineMode(connection) == 1 else { throw fail(nil) }
    var isSent = true
    for statement in statements {
      isSent =
        statement.parameters.withArguments { count, types, values, lengths, formats in
          PQsendQueryParams(connection, statement.sql, count, types, values, lengths, formats, 0)
        } == 1 && isSent
    }
    guard isSent, PQpipelineSync(connection) == 1 else { throw fail(nil) }
    var last: OpaquePointer?
    var failed: OpaquePointer?
    while let result = nextOfPipeline() {
      switch PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
        PQclear(last)
        last = result
      case PGRES_PIPELINE_ABORTED: PQclear(result)
      default:
        PQclear(failed)
        failed = result
      }
    }
    PQexitPipelineMode(connection)
    guard failed == nil, let last, PQstatus(connection) == CONNECTION_OK else {
      PQclear(last)
      throw fail(failed)
    }
    return PostgresResult(last)
  }

  /// The next result of a pipeline, or nil behind the last.
  private func nextOfPipeline() -> OpaquePointer? {
    // After each statement's result there is an empty one; two of them mean that the connection has no more to say.
    guard let result = PQgetResult(connection) ?? PQgetResult(connection) else { return nil }
    guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { return result }
    PQclear(result)
    return nil
  }

  private func taken(_ result: OpaquePointer?) throws(StoreError) -> PostgresResult {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN:
      guard let result else { throw fail(nil) }
      return PostgresResult(result)
    default: throw fail(result)
    }
  }
}

internal import Storage

/// Connections that wait for their next use; opening one costs the server a process.
actor PostgresPool {
  private let address: PostgresAddress
  private let mostIdle: Int
  private var idle: [PostgresConnection] = []

  init(_ address: PostgresAddress, mostIdle: Int) {
    self.address = address
    self.mostIdle = mostIdle
  }

  /// A connection that nobody uses: one that waits, or a new one.
  /// - Throws: `PostgresRefusal`.
  func take() async throws -> PostgresConnection {
    if let connection = idle.popLast() { return connection }
    let connection = PostgresConnection(address)
    try await connection.open()
    return connection
  }

  /// Takes a connection back.
  func give(_ connection: PostgresConnection) {
    if idle.count < mostIdle { idle.append(connection) }
  }

  /// Lets all go that wait: where one was lost, the others were too.
  func clear() { idle = [] }
}

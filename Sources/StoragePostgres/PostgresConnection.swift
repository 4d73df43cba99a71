internal import Storage

/// One connection; as an actor with a thread of its own it runs one transaction at a time.
actor PostgresConnection {
  private let executor = ConnectionExecutor()
  private let key: String
  private let address: PostgresAddress
  private var session: PostgresSession?

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A connection that is to be opened.
  init(_ address: PostgresAddress) {
    self.address = address
    key = "hashtextextended(\(SQLText.text("kaowu.writers." + address.schema)), 0)"
  }

  /// Opens it.
  /// - Throws: `PostgresRefusal`.
  func open() throws { session = PostgresSession(try PostgresHandle.open(address)) }

  /// Closes it.
  func close() { session = nil }

  /// Runs a body in a transaction, once.
  func attempt<Result: Sendable>(
    _ kind: PostgresTransaction, _ body: @Sendable (any Session) throws -> Result
  ) -> PostgresAttempt<Result> {
    guard let session else {
      let failure = PostgresFailure(state: "", message: "closed", isLost: true)
      return .failed(failure.storeError, failure)
    }
    let attempt = session.attempt(kind, key: key, body)
    if session.handle.isLost || !session.handle.isIdle { self.session = nil }
    return attempt
  }

  /// Runs statements outside of a transaction.
  func use<Result: Sendable>(_ body: @Sendable (PostgresHandle) throws -> Result) throws -> Result {
    guard let session else { throw PostgresFailure(state: "", message: "closed", isLost: true).storeError }
    session.handle.forgetFailure()
    return try body(session.handle)
  }

  /// What the server knows of a commit.
  func answer(_ question: CommitQuestion) throws -> CommitAnswer {
    guard let session else { return .unknown }
    return try session.answer(question)
  }
}

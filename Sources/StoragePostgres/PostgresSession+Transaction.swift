internal import Storage

extension PostgresSession {
  /// Runs a body in a transaction, once.
  /// - Parameter key: the number of the writers' lock, as SQL.
  func attempt<Result: Sendable>(
    _ kind: PostgresTransaction, key: String, _ body: (any Session) throws -> Result
  ) -> PostgresAttempt<Result> {
    handle.forgetFailure()
    forgetCursors()
    let lock = kind.lock(key)
    do {
      if let lock { try handle.run(lock.take) }
    } catch {
      return .failed(error, handle.failure)
    }
    // A lock that cannot be given back is gone with its connection.
    defer { if let lock { _ = try? handle.run(lock.leave) } }
    do {
      try handle.run(kind.begin)
      let result = try body(self)
      // A body that passed over an error has nothing to commit any more.
      if let failure = handle.failure { throw failure.storeError }
      return try commit(result, question: kind.lasts ? question() : nil)
    } catch {
      forgetCursors()
      forgetKnownSizes()
      let failure = handle.failure
      if handle.isInTransaction, !handle.isLost { _ = try? handle.run("ROLLBACK") }
      return .failed(failure?.isLost == true ? failure?.storeError ?? error : error, failure)
    }
  }

  private func commit<Result>(_ result: Result, question: CommitQuestion?) throws -> PostgresAttempt<Result> {
    forgetCursors()
    do {
      try handle.run("COMMIT")
      return .done(result)
    } catch {
      guard handle.isLost, let question else { throw error }
      return .unanswered(result, question)
    }
  }

  /// What will tell whether the transaction was committed; nil where it wrote nothing.
  private func question() throws -> CommitQuestion? {
    try first("SELECT CAST(pg_current_xact_id_if_assigned() AS TEXT), \(Self.timeline)") { row in
      row.optionalText(0).map { CommitQuestion(transaction: $0, timeline: row.text(1)) }
    } ?? nil
  }

  /// The server's timeline, as SQL.
  private static let timeline =
    "CASE WHEN pg_is_in_recovery() THEN '' ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END"

  /// What the server knows of a commit: true and false are certain, nil is not.
  func answer(_ question: CommitQuestion) throws -> CommitAnswer {
    let row = try handle.run(
      PostgresStatement(
        """
        SELECT CASE WHEN \(Self.timeline) = $2 THEN pg_xact_status(CAST($1 AS xid8)) END
        """, [.text(question.transaction), .text(question.timeline)]))
    let answer = row.value.flatMap(CommitAnswer.init) ?? .unknown
    if answer == .committed { try waitForStandbys() }
    return answer
  }

  /// Waits until all that is committed by now is where the server's settings want it. A commit whose client went away is
  /// seen by everybody, but no standby may have it yet; a record behind it comes there later than itself.
  private func waitForStandbys() throws {
    do {
      try handle.run("SELECT pg_logical_emit_message(true, 'kaowu', '')")
    } catch {
      // Whoever may not write the record has the server's word that it is committed.
      if handle.isLost { throw error }
      handle.forgetFailure()
    }
  }
}

/// What a server knows of a commit.
enum CommitAnswer: String {
  case committed
  case aborted
  /// Its session still lives, and may yet commit.
  case running = "in progress"
  /// It is another server, or it was too long ago.
  case unknown
}

internal import Storage

/// How a transaction runs.
enum PostgresTransaction {
  /// Reads one snapshot; it may make and write temporary tables, which the server's READ ONLY would forbid.
  case snapshot
  /// Writes as if nobody else did; the server breaks it off where that cannot be held.
  case write
  /// Writes while really nobody else does.
  case alone
  /// Takes work from a queue: sees what others have committed, statement by statement.
  case claim

  /// The statement that begins it.
  var begin: String {
    switch self {
    case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
    case .write, .alone: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
    case .claim: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    }
  }

  /// The statements that take the writers' lock before it begins and give it back; nil where it takes none. All writers
  /// share the lock, but for the one that is alone.
  func lock(_ key: String) -> (take: String, leave: String)? {
    switch self {
    case .snapshot, .claim: nil
    case .write: ("SELECT pg_advisory_lock_shared(\(key))", "SELECT pg_advisory_unlock_shared(\(key))")
    case .alone: ("SELECT pg_advisory_lock(\(key))", "SELECT pg_advisory_unlock(\(key))")
    }
  }

  /// Whether it changes what lasts, so that a lost answer to its end leaves a question.
  var lasts: Bool {
    switch self {
    case .snapshot: false
    case .write, .alone, .claim: true
    }
  }
}

/// What came of one attempt at a transaction.
enum PostgresAttempt<Result: Sendable>: Sendable {
  /// It is committed.
  case done(Result)
  /// Nothing of it happened, for an error of the body or of the server.
  case failed(any Error, PostgresFailure?)
  /// The connection was lost between asking for the commit and its answer.
  case unanswered(Result, CommitQuestion)
}

/// Whether a transaction was committed whose answer was lost.
struct CommitQuestion: Sendable {
  /// The transaction's number, which the server knows for a long time.
  let transaction: String
  /// The server's timeline: another one numbers its transactions anew.
  let timeline: String
}

internal import CPostgres
internal import Storage

/// What the server said of a statement that failed, or libpq of a connection that is gone.
struct PostgresFailure: Error {
  /// Five characters that say what went wrong; empty where it was not the server who said it.
  let state: String
  /// The server's words, without values.
  let message: String
  /// Whether the connection is gone, or about to go.
  let isLost: Bool

  /// Somebody else's transaction got in the way: run again, it may well pass.
  var isRace: Bool { state == "40001" || state == "40P01" }

  /// A key that is taken. Where two transactions give the same key, the one that comes second learns of it like this.
  var isTakenKey: Bool { state == "23505" }

  /// What a connection says of itself.
  init(connection: OpaquePointer) {
    self.init(state: "", message: Self.line(PQerrorMessage(connection)), isLost: true)
  }

  /// What a statement's result says.
  init(_ result: OpaquePointer?, connection: OpaquePointer) {
    guard let result, let state = Self.field(result, "C") else {
      self.init(
        state: "", message: Self.line(PQerrorMessage(connection)),
        isLost: PQstatus(connection) == CONNECTION_BAD)
      return
    }
    let words = Self.field(result, "M") ?? ""
    // Of wrong values (class 22) the server tells the value, which is nobody's business; it stands in quotes.
    let message = state.hasPrefix("22") ? String(words.prefix { $0 != "\"" }) : words
    self.init(
      state: state, message: "\(state) \(message)",
      isLost: PQstatus(connection) == CONNECTION_BAD || Self.isLoss(state))
  }

  init(state: String, message: String, isLost: Bool) {
    self.state = state
    self.message = message
    self.isLost = isLost
  }

  /// Whether a state means that the connection ends, cannot be had or is of no use: the server is stopped, starts up, or
  /// takes no writes (25006), for another is the primary now.
  static func isLoss(_ state: String) -> Bool {
    state.hasPrefix("08") || state.hasPrefix("57P") || state == "25006"
  }

  /// A field of an error: `C` (PG_DIAG_SQLSTATE) or `M` (PG_DIAG_MESSAGE_PRIMARY), macros that do not reach Swift.
  private static func field(_ result: OpaquePointer, _ code: Unicode.Scalar) -> String? {
    PQresultErrorField(result, CInt(code.value)).map { String(cString: $0) }
  }

  private static func line(_ text: UnsafePointer<CChar>?) -> String {
    let text = text.map { String(cString: $0) } ?? ""
    return text.split(separator: "\n").first.map(String.init) ?? ""
  }
}

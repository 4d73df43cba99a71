internal import CPostgres
internal import Glibc
internal import Storage

extension PostgresHandle {
  /// Opens a connection and sets what every session of this program relies on.
  /// - Throws: `.lost` where no server answers, and errors that say what is wrong with the address.
  static func open(_ address: PostgresAddress) throws -> PostgresHandle {
    let names = address.parameters.map(\.name)
    let values = address.parameters.map(\.value)
    let connection = withTerms(names) { names in withTerms(values) { PQconnectdbParams(names, $0, 0) } }
    guard let connection, PQstatus(connection) == CONNECTION_OK else {
      PQfinish(connection)
      throw refusal(address, names, values)
    }
    // Notices are for people at a prompt.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    let handle = PostgresHandle(connection)
    try handle.run(settings)
    try handle.run("SET search_path TO \(SQLText.name(address.schema))")
    return handle
  }

  /// Times in UTC, bytes as hexadecimal digits, plain strings; plans for whole results, since they are read to their end;
  /// room for sorting and for `NOT IN`; and the patience with which locks of others are waited for. A client whose machine
  /// or network is gone is found out within half a minute, for until then it keeps what it has locked, lanes included.
  private static let settings = """
    SET TimeZone = 'UTC'; SET bytea_output = 'hex'; SET standard_conforming_strings = on; SET cursor_tuple_fraction = 1.0;
    SET work_mem = '64MB'; SET jit = off; SET lock_timeout = '5min'; SET statement_timeout = 0;
    SET client_min_messages = warning; SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5;
    SET tcp_keepalives_count = 3; SET tcp_user_timeout = 30000
    """

  /// Why a server would not have us. libpq keeps the server's code from its users, but puts it into its message when told
  /// so before the connection is made; the words themselves are in the server's language.
  private static func refusal(_ address: PostgresAddress, _ names: [String], _ values: [String])
    -> PostgresRefusal
  {
    guard
      let connection = withTerms(names, { names in withTerms(values) { PQconnectStartParams(names, $0, 0) } })
    else { return PostgresRefusal(address: address, state: "") }
    defer { PQfinish(connection) }
    PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE)
    var wanted = PGRES_POLLING_WRITING
    while wanted == PGRES_POLLING_WRITING || wanted == PGRES_POLLING_READING {
      var file = pollfd(
        fd: PQsocket(connection), events: Int16(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT),
        revents: 0)
      guard poll(&file, 1, 5_000) == 1 else { break }
      wanted = PQconnectPoll(connection)
    }
    let message = String(cString: PQerrorMessage(connection))
    return PostgresRefusal(address: address, state: state(in: message))
  }

  /// The server's code in libpq's words: five characters behind the last colon of a line, and nothing behind them. Other
  /// words may have five digits, too: a port has. Of several servers the last one counts that said anything.
  static func state(in message: String) -> String {
    let states = message.split(whereSeparator: \.isNewline).compactMap { line -> String? in
      guard let colon = line.lastIndex(of: ":") else { return nil }
      let word = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      let isState =
        word.utf8.count == 5
        && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      return isState ? String(word) : nil
    }
    return states.last ?? ""
  }

  /// The texts as C has them, with a null behind the last.
  private static func withTerms<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { buffer in
      // There is always the null.
      body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}

internal import FlyingSocks
internal import Foundation

/// 指标端点 — the little of HTTP that whoever watches a service asks for: `GET` of a path, one request a connection.
///
/// A server for more would bring a client with it, and that the libraries of a browser, which every command would load
/// before it says a word.
struct MetricsEndpoint: Sendable {
  /// 应答 — what is sent back.
  struct Answer: Sendable {
    var status = "200 OK"
    var type = "text/plain; charset=utf-8"
    var body: String
  }

  /// The bytes in which a request must name its path and end.
  private static let mostBytes = 8 << 10
  /// Who is not done by then is cut off.
  private static let patience = Duration.seconds(15)

  private let socket: Socket
  private let answer: @Sendable (_ path: String) async -> Answer?

  /// Listens at an address from now on.
  /// - Parameter answer: what there is under a path; nil for nothing.
  /// - Throws: `SocketError` where the address is taken or not this machine's.
  init(
    _ address: some SocketAddress, answer: @escaping @Sendable (_ path: String) async -> Answer?
  ) throws {
    socket = try Socket(domain: Int32(address.family))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    self.answer = answer
  }

  /// Answers until the task is cancelled.
  func run() async throws {
    defer { try? socket.close() }
    let pool = SocketPool<Poll>.make()
    try await pool.prepare()
    let listening = try AsyncSocket(socket: socket, pool: pool)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { connections in
          for try await connection in listening.sockets {
            connections.addTask { await serve(connection) }
          }
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// What fails with one who asks is nothing to the others.
  private func serve(_ connection: AsyncSocket) async {
    defer { try? connection.close() }
    try? await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let answer = await reply(to: try await request(of: connection))
        try await connection.write(Self.message(answer))
      }
      group.addTask { try await Task.sleep(for: Self.patience) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// The words of a request's first line, once its head is there; nil for a head that does not end.
  private func request(of connection: AsyncSocket) async throws -> [Substring]? {
    var head: [UInt8] = []
    while head.count < Self.mostBytes {
      head += try await connection.read(atMost: Self.mostBytes - head.count)
      let text = String(decoding: head, as: UTF8.self)
      if text.contains("\r\n\r\n") {
        return text.prefix { !$0.isNewline }.split(separator: " ", omittingEmptySubsequences: false)
      }
    }
    return nil
  }

  private func reply(to request: [Substring]?) async -> Answer {
    guard let request, request.count == 3, request[2].hasPrefix("HTTP/1.") else {
      return Answer(status: "400 Bad Request", body: "")
    }
    guard request[0] == "GET" else { return Answer(status: "405 Method Not Allowed", body: "") }
    let path = String(request[1].prefix { $0 != "?" })
    return await answer(path) ?? Answer(status: "404 Not Found", body: "")
  }

  private static func message(_ answer: Answer) -> Data {
    let body = Data(answer.body.utf8)
    let head = """
      HTTP/1.1 \(answer.status)\r\nContent-Type: \(answer.type)\r\nContent-Length: \(body.count)\r\n\
      Connection: close\r\n\r\n
      """
    return Data(head.utf8) + body
  }
}

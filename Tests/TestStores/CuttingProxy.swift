import Foundation
import Glibc
import Synchronization

/// 断线代理 — stands between a client and a server and passes on what they say, until it is to cut a connection in the moment
/// of a commit: before the server hears of it, or after it is done and before the client does.
public final class CuttingProxy: Sendable {
  /// What gets lost with the connection.
  public enum Loss: Sendable {
    /// The words `COMMIT`: nothing happens.
    case request
    /// The answer to them: it happened.
    case answer
  }

  private struct Order: Sendable {
    let loss: Loss
    let text: String
    let meanwhile: @Sendable () async throws -> Void
  }

  private struct State {
    var server: Int
    var order: Order?
    var cuts = 0
    var isClosed = false
  }

  /// Where it listens, at 127.0.0.1.
  public let port: Int
  private let listener: Int32
  private let state: Mutex<State>

  struct CannotListen: Error {}

  /// No process that the test starts keeps a connection open.
  private static let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)

  /// - Parameter server: the port of the server.
  public init(to server: Int) throws {
    state = Mutex(State(server: server))
    port = try FreePort.any()
    listener = socket(AF_INET, Self.kind, 0)
    var address = FreePort.address(port)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound, listen(listener, 64) == 0 else { throw CannotListen() }
    Thread.detachNewThread { [self] in
      while case let client = accept(listener, nil, nil), client >= 0 {
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        Thread.detachNewThread { [self] in serve(client) }
      }
      close(listener)
    }
  }

  /// Takes no connections any more.
  public func end() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// Cuts the connection at the next commit of a transaction in which a text was sent, once.
  /// - Parameter meanwhile: is done before the client notices; the client waits for it.
  public func cut(
    _ loss: Loss, ofTransactionWith text: String,
    meanwhile: @escaping @Sendable () async throws -> Void = {}
  ) {
    state.withLock { $0.order = Order(loss: loss, text: text, meanwhile: meanwhile) }
  }

  /// How many connections were cut.
  public var cuts: Int { state.withLock(\.cuts) }

  /// Leads new connections to another server.
  public func lead(to server: Int) { state.withLock { $0.server = server } }

  /// Passes on what is said until one side ends it, or the order is carried out.
  private func serve(_ client: Int32) {
    defer { hangUp(client) }
    guard let server = connection(to: state.withLock(\.server)) else { return }
    defer { hangUp(server) }
    var isMarked = false
    while true {
      var files = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0),
        pollfd(fd: server, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&files, 2, -1) > 0 else { return }
      if files[1].revents != 0 {
        guard let bytes = receive(server), pass(bytes, to: client) else { return }
      }
      guard files[0].revents != 0 else { continue }
      guard let bytes = receive(client) else { return }
      if let order = state.withLock(\.order) {
        isMarked = isMarked || bytes.contains(order.text)
        if isMarked, bytes.contains("COMMIT\0"), take(order) {
          if order.loss == .answer, pass(bytes, to: server) { _ = receive(server) }
          let isDone = DispatchSemaphore(value: 0)
          Task {
            // Where it fails, so does what the test expects of it.
            try? await order.meanwhile()
            isDone.signal()
          }
          isDone.wait()
          return
        }
      }
      guard pass(bytes, to: server) else { return }
    }
  }

  /// Ends a connection, whatever other process may have inherited it.
  private func hangUp(_ file: Int32) {
    shutdown(file, Int32(SHUT_RDWR))
    close(file)
  }

  /// Whether this connection is the one to carry out the order.
  private func take(_ order: Order) -> Bool {
    state.withLock { state in
      guard state.order != nil else { return false }
      state.order = nil
      state.cuts += 1
      return true
    }
  }

  private func connection(to port: Int) -> Int32? {
    let server = socket(AF_INET, Self.kind, 0)
    var address = FreePort.address(port)
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    if !isOpen { close(server) }
    return isOpen ? server : nil
  }

  private func receive(_ file: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(file, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private func pass(_ bytes: [UInt8], to file: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

extension [UInt8] {
  /// Whether a text stands in them.
  fileprivate func contains(_ text: String) -> Bool {
    let text = Array(text.utf8)
    return indices.contains { starts(of: text, at: $0) }
  }

  private func starts(of text: [UInt8], at index: Int) -> Bool {
    index + text.count <= count && self[index..<index + text.count].elementsEqual(text)
  }
}

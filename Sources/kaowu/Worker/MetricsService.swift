internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Operations
internal import ServiceLifecycle
internal import Storage

/// 指标服务 — answers `GET /metrics` with the figures of the workers, and `GET /health` while the process lives.
struct MetricsService: Service {
  let address: MetricsAddress
  let metrics: Metrics
  let database: any Database

  func run() async throws {
    let server = try await server()
    try await withGracefulShutdownHandler {
      do {
        try await server.run()
      } catch let error as SocketError where !Task.isShuttingDownGracefully {
        guard !Task.isCancelled else { return }
        throw UsageError(
          zh: "不能在 \(address.host):\(address.port) 提供指标（\(error.localizedDescription)）。请用 --metrics 换一个端口。",
          en: "Metrics cannot be served at \(address.host):\(address.port) (\(error.localizedDescription)). "
            + "Choose another port with --metrics.")
      } catch {
        guard Task.isShuttingDownGracefully || Task.isCancelled else { throw error }
      }
    } onGracefulShutdown: {
      Task { await server.stop(timeout: 1) }
    }
  }

  private func server() async throws -> HTTPServer {
    let server: HTTPServer
    do {
      server =
        address.host.contains(":")
        ? HTTPServer(address: try .inet6(ip6: address.host, port: address.port), logger: .disabled)
        : HTTPServer(address: try .inet(ip4: address.host, port: address.port), logger: .disabled)
    } catch {
      throw UsageError(
        zh: "--metrics 的“\(address.host)”不是 IP 地址。请写成 127.0.0.1:9464 的样子。",
        en: "--metrics “\(address.host)” is no IP address. Write it like 127.0.0.1:9464.")
    }
    let (metrics, database) = (metrics, database)
    await server.appendRoute("GET /metrics") { _ in
      let queue = try? await database.read { try QueueCounts($0) }
      return HTTPResponse(
        statusCode: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: Data(metrics.text(queue).utf8))
    }
    await server.appendRoute("GET /health") { _ in HTTPResponse(statusCode: .ok, body: Data("ok\n".utf8)) }
    return server
  }
}

/// 指标地址 — `HOST:PORT`, the host an IP address.
struct MetricsAddress {
  let host: String
  let port: UInt16

  /// - Returns: nil for anything that is no such address.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      return nil
    }
    let host = text[..<colon]
    self.host = host.isEmpty ? "127.0.0.1" : host.trimmingCharacters(in: ["[", "]"])
    self.port = port
  }
}

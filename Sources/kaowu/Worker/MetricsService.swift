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
    let (metrics, database) = (metrics, database)
    let endpoint = try endpoint { path in
      switch path {
      case "/metrics":
        let queue = try? await database.read { try QueueCounts($0) }
        return MetricsEndpoint.Answer(
          type: "text/plain; version=0.0.4; charset=utf-8", body: metrics.text(queue))
      case "/health": return MetricsEndpoint.Answer(body: "ok\n")
      default: return nil
      }
    }
    do {
      try await cancelWhenGracefulShutdown { try await endpoint.run() }
    } catch {
      guard Task.isShuttingDownGracefully || Task.isCancelled else { throw error }
    }
  }

  private func endpoint(
    answer: @escaping @Sendable (_ path: String) async -> MetricsEndpoint.Answer?
  ) throws -> MetricsEndpoint {
    let socketAddress: any SocketAddress
    do {
      socketAddress =
        address.host.contains(":")
        ? try sockaddr_in6.inet6(ip6: address.host, port: address.port)
        : try sockaddr_in.inet(ip4: address.host, port: address.port)
    } catch {
      throw UsageError(
        zh: "--metrics 的“\(address.host)”不是 IP 地址。请写成 127.0.0.1:9464 的样子。",
        en: "--metrics “\(address.host)” is no IP address. Write it like 127.0.0.1:9464.")
    }
    do {
      return try MetricsEndpoint(socketAddress, answer: answer)
    } catch {
      throw UsageError(
        zh: "不能在 \(address.host):\(address.port) 提供指标（\(error.localizedDescription)）。请用 --metrics 换一个端口。",
        en: "Metrics cannot be served at \(address.host):\(address.port) (\(error.localizedDescription)). "
          + "Choose another port with --metrics.")
    }
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

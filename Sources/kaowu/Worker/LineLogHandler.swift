internal import Foundation
@preconcurrency internal import Glibc
internal import Logging

/// 日志行 — writes a log to standard error: JSON, one object a line, for whoever collects logs; plain text on a terminal.
/// What is logged are codes, numbers and kinds, never what a file or a record holds.
struct LineLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info
  var metadataProvider: Logger.MetadataProvider?
  private let isText: Bool

  /// - Parameter isText: whether people read it.
  init(isText: Bool = isatty(STDERR_FILENO) == 1) { self.isText = isText }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, own in own }.mapValues(\.description)
    let line = isText ? text(event, all) : json(event, all)
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private func text(_ event: LogEvent, _ metadata: [String: String]) -> String {
    let pairs = metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return ([Self.now, event.level.rawValue, "\(event.message)"] + pairs).joined(separator: " ")
  }

  private func json(_ event: LogEvent, _ metadata: [String: String]) -> String {
    var fields = metadata
    fields["time"] = Self.now
    fields["level"] = event.level.rawValue
    fields["message"] = "\(event.message)"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private static var now: String {
    Date().formatted(.iso8601.time(includingFractionalSeconds: true))
  }
}

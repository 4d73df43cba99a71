internal import Foundation

/// What the figures were taken on.
struct Machine: Sendable {
  var processor: String
  var cores: Int
  var memoryGigabytes: Int
  var system: String

  static var current: Machine {
    Machine(
      processor: field("model name", of: "/proc/cpuinfo") ?? "?",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      memoryGigabytes: Int(ProcessInfo.processInfo.physicalMemory >> 30),
      system: ProcessInfo.processInfo.operatingSystemVersionString)
  }

  private static func field(_ name: String, of path: String) -> String? {
    let text = try? String(contentsOfFile: path, encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { $0.split(separator: ":").last }.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

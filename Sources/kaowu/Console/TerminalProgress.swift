@preconcurrency internal import Glibc
internal import Pipeline
internal import Synchronization
internal import Tabular

/// 进度显示 — a bar that redraws itself on a terminal; elsewhere a plain line now and then, so that a log stays readable.
final class TerminalProgress: ProgressDisplay {
  private let language: Language
  private let isTerminal: Bool
  private let lastShown = Mutex<Double>(0)
  /// The least time between two pictures, in seconds.
  private var interval: Double { isTerminal ? 0.1 : 5 }

  init(language: Language, isTerminal: Bool) {
    self.language = language
    self.isTerminal = isTerminal
    // The first plain line comes after one interval: short work leaves a log as it was.
    lastShown.withLock { $0 = isTerminal ? 0 : Self.seconds }
  }

  func advance(_ stage: Wording, done: Int, of total: Int?) {
    guard isDue() else { return }
    let text = line(stage, done, total)
    fputs(isTerminal ? "\r\u{1B}[K\(text)" : text + "\n", stderr)
    fflush(stderr)
  }

  func finish(_ stage: Wording) {
    if isTerminal {
      fputs("\r\u{1B}[K", stderr)
      fflush(stderr)
    }
  }

  private func isDue() -> Bool {
    lastShown.withLock { last in
      let now = Self.seconds
      guard now - last >= interval else { return false }
      last = now
      return true
    }
  }

  private func line(_ stage: Wording, _ done: Int, _ total: Int?) -> String {
    guard let total, total > 0 else { return "\(stage[language]) \(done)" }
    let filled = min(30, 30 * done / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    return "\(stage[language]) \(isTerminal ? bar + " " : "")\(done)/\(total)"
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

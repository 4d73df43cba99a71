internal import Dispatch
@preconcurrency internal import Glibc

/// 中断 — turns Ctrl-C and a polite kill into a cancellation: the run stops at its next step with nothing half done.
/// A second Ctrl-C ends the process at once, which the store survives as it survives any kill.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  init(_ cancel: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        cancel()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  func stop() { sources.forEach { $0.cancel() } }
}

internal import Synchronization

/// 已知建议 — the suggestions that were worked out for the wrong values of one column. A file may repeat a wrong value a
/// hundred thousand times; it is thought about once. Rows are decoded in parallel, so it is shared and locked; a clean
/// file never comes here.
final class KnownSuggestions: Sendable {
  /// What is remembered stays small also where every wrong value is another.
  private static let most = 10_000

  private let known = Mutex<[String: String?]>([:])

  /// The suggestion for a value; worked out where it is not known yet.
  func suggestion(for value: String, _ work: () -> String?) -> String? {
    if let suggestion = known.withLock({ $0[value] }) { return suggestion }
    let suggestion = work()
    known.withLock { if $0.count < Self.most { $0[value] = .some(suggestion) } }
    return suggestion
  }
}

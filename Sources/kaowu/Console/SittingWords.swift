internal import ExamModel
internal import Tabular

/// 考次用语 — the words in which screens speak of organisations, users and windows, in one language.
struct SittingWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }

  /// An organisation's code; the centre has none.
  func organisation(_ code: String) -> String { code.isEmpty ? self("中心", "centre") : code }

  /// A user's role.
  func role(_ name: String) -> String {
    switch User.Role(rawValue: name) {
    case .administrator: self("管理员", "administrator")
    case .viewer: self("查看者", "viewer")
    case nil: name
    }
  }

  /// A window's name.
  func window(_ key: String) -> String {
    guard let title = WindowKind(rawValue: key)?.title else { return key }
    return self(title.zh, title.en)
  }

  /// From when to when, of ISO texts, as people write it.
  func period(_ opens: String, _ closes: String?) -> String {
    "\(time(opens)) – \(closes.map(time) ?? "…")"
  }

  /// A capacity; 99 999 means no limit.
  func places(_ number: Int) -> String {
    number == Capacity.unlimited ? self("不限", "no limit") : String(number)
  }

  /// Fen as yuan with two decimals, as fees are written.
  static func yuan(_ fen: Int) -> String {
    let rest = fen % 100
    return "\(fen / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func time(_ iso: String) -> String { Instant(iso)?.shortText ?? iso }
}

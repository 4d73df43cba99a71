/// 性别 — with the codes of GB/T 2261.1.
public enum Sex: String, Sendable, CaseIterable {
  /// 男
  case male = "1"
  /// 女
  case female = "2"
}

/// 生僻字处理 — what stands for a character that code page 936 does not have.
public enum DBFSubstitute: Sendable, Equatable {
  /// Nothing: the value is a problem.
  case none
  /// `??`, two bytes like the character it stands for.
  case questionMarks
  /// A text that was given for it, such as `[岩]`, the homophone that a candidate named.
  case text(String)
}

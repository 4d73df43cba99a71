public import Tabular

/// 修改结果 — a record that a person added or changed by hand, or what is wrong with what was typed; then nothing changed.
public struct Edit<Record: Sendable>: Sendable {
  /// The record as it is now, or as it would be.
  public var record: Record
  /// Everything that is wrong with it.
  public var findings: [Finding]
  /// Whether it was kept.
  public var isDone: Bool { findings.isEmpty }
}

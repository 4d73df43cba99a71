/// 常用统计 — a general statistic that a programme defines under a name (PIV-04).
public struct StatisticsPreset: Sendable, Equatable {
  /// 类别 — where it stands in the list.
  public enum Group: String, Sendable, CaseIterable {
    /// 常用报考统计
    case registration
    /// 常用编排统计
    case arrangement
    /// 常用其他统计
    case other
  }

  /// Its name, the same as its file's: `sex-by-subject`.
  public var name: String
  /// The title that people are shown.
  public var title: String
  /// Where it stands in the list.
  public var group: Group
  /// What it asks for.
  public var form: StatisticsForm

  /// A preset.
  public init(name: String, title: String, group: Group, form: StatisticsForm) {
    self.name = name
    self.title = title
    self.group = group
    self.form = form
  }
}

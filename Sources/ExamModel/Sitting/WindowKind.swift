/// 操作时间种类 — what can be done only between two points in time (WIN-01). The raw value is the key in a sitting
/// file; the order is the order in which the work is done.
public enum WindowKind: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
  /// 报名前设置.
  case settings
  /// 报名资格管理: the roster.
  case roster
  /// 报名管理: collective registration, photos, candidates, audit, payment batches.
  case registration
  /// 考生个人网报.
  case individualRegistration
  /// 编排: rooms, arrangement, ticket numbers.
  case arrangement
  /// 准考证打印: the one with a start only.
  case ticketPrinting
  /// 缺考违纪管理.
  case violations
  /// 考前资料下载: sign-in sheets and seat plans.
  case preExamDownloads
  /// 考后资料下载: violations, scores, certificate receipt sheet.
  case postExamDownloads
  /// 成绩登记: where it is not set, score imports are not gated.
  case scoreRegistration
  /// 成绩公示: where it is not set, score imports are not gated.
  case scorePublicity
  /// 考后信息更正.
  case corrections

  /// Whether a window of this kind has an end. Tickets may be printed from a point in time on.
  public var hasEnd: Bool { self != .ticketPrinting }

  /// The name that people are shown, in Chinese and in English.
  public var title: (zh: String, en: String) {
    switch self {
    case .settings: ("报名前设置时间", "pre-registration settings")
    case .roster: ("报名资格管理时间", "roster")
    case .registration: ("报名管理时间", "registration")
    case .individualRegistration: ("考生个人网报时间", "individual registration")
    case .arrangement: ("编排时间", "arrangement")
    case .ticketPrinting: ("准考证打印开始时间", "ticket printing")
    case .violations: ("缺考违纪管理时间", "absences and violations")
    case .preExamDownloads: ("考前资料下载时间", "pre-exam downloads")
    case .postExamDownloads: ("考后资料下载时间", "post-exam downloads")
    case .scoreRegistration: ("成绩登记时间", "score registration")
    case .scorePublicity: ("成绩公示时间", "score publicity")
    case .corrections: ("考后信息更正时间", "post-exam corrections")
    }
  }
}

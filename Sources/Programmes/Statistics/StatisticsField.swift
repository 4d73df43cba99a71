public import Tabular

/// 统计字段 — what general statistics are grouped and filtered by (PIV-01).
public enum StatisticsField: String, Sendable, CaseIterable {
  case site
  case subject
  /// The level of the subject.
  case level
  case sex
  case ethnicity
  case education
  case `class`
  case department
  case method
  case paid
  case locked
  case audit
  case date
  case room
  case batch
  /// What the result means: passed, failed, absent …
  case result
  /// The result code of the programme: 优秀, 良好 …
  case grade
  case violation

  /// What people call it.
  public var title: Wording {
    switch self {
    case .site: Wording(zh: "考点", en: "site")
    case .subject: Wording(zh: "科目", en: "subject")
    case .level: Wording(zh: "级别", en: "level")
    case .sex: Wording(zh: "性别", en: "sex")
    case .ethnicity: Wording(zh: "民族", en: "ethnicity")
    case .education: Wording(zh: "文化程度", en: "education")
    case .class: Wording(zh: "班级", en: "class")
    case .department: Wording(zh: "院系", en: "department")
    case .method: Wording(zh: "报名方式", en: "method")
    case .paid: Wording(zh: "支付", en: "paid")
    case .locked: Wording(zh: "锁定", en: "locked")
    case .audit: Wording(zh: "审核", en: "audit")
    case .date: Wording(zh: "考试日期", en: "date")
    case .room: Wording(zh: "考场", en: "room")
    case .batch: Wording(zh: "批次", en: "batch")
    case .result: Wording(zh: "结果", en: "result")
    case .grade: Wording(zh: "等第", en: "grade")
    case .violation: Wording(zh: "违纪类型", en: "violation")
    }
  }

  /// The values of a field whose values are few and everywhere the same, with their words.
  var words: [(code: String, word: Wording)] {
    switch self {
    case .method:
      [
        ("collective", Wording(zh: "集体报名", en: "collective")),
        ("individual", Wording(zh: "个人网报", en: "individual")),
      ]
    case .paid: [("yes", Wording(zh: "已支付", en: "paid")), ("no", Wording(zh: "未支付", en: "unpaid"))]
    case .locked: [("yes", Wording(zh: "已锁定", en: "locked")), ("no", Wording(zh: "未锁定", en: "not locked"))]
    case .audit:
      [
        ("none", Wording(zh: "无需审核", en: "no audit")), ("pending", Wording(zh: "待审核", en: "pending")),
        ("passed", Wording(zh: "已通过", en: "passed")), ("rejected", Wording(zh: "不通过", en: "rejected")),
      ]
    case .result:
      [
        ("passed", Wording(zh: "通过", en: "passed")), ("failed", Wording(zh: "未通过", en: "failed")),
        ("absent", Wording(zh: "缺考", en: "absent")), ("violation", Wording(zh: "违纪", en: "violation")),
        ("cheating", Wording(zh: "作弊", en: "cheating")), ("other", Wording(zh: "其他违规", en: "other")),
      ]
    default: []
    }
  }
}

/// 统计数值 — what general statistics sum, average and bound (PIV-02).
public enum StatisticsNumber: String, Sendable, CaseIterable {
  /// The points that hold.
  case score
  /// What was paid, in yuan.
  case amount

  /// What people call it.
  public var title: Wording {
    switch self {
    case .score: Wording(zh: "成绩", en: "score")
    case .amount: Wording(zh: "金额", en: "amount")
    }
  }
}

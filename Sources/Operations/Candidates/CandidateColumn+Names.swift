internal import ExamModel
internal import Programmes
public import Storage
public import Tabular

extension CandidateColumn {
  /// What people call it.
  public var title: Wording {
    switch self {
    case .idNumber: Wording(zh: "证件号码", en: "ID number")
    case .name: Wording(zh: "姓名", en: "name")
    case .site: Wording(zh: "考点", en: "site")
    case .method: Wording(zh: "报名方式", en: "method")
    case .paid: Wording(zh: "支付状态", en: "payment")
    case .locked: Wording(zh: "报名信息锁定", en: "lock")
    case .audit: Wording(zh: "报名信息审核", en: "audit")
    case .photo: Wording(zh: "照片", en: "photo")
    case .class: Wording(zh: "班级", en: "class")
    case .department: Wording(zh: "院系", en: "department")
    case .major: Wording(zh: "专业", en: "major")
    case .studentNumber: Wording(zh: "学号", en: "student number")
    case .education: Wording(zh: "文化程度", en: "education")
    case .email: Wording(zh: "电子邮件", en: "e-mail")
    case .phone: Wording(zh: "联系电话", en: "phone")
    case .subject: Wording(zh: "报考科目", en: "subject")
    case .entries: Wording(zh: "报考科目数", en: "subjects")
    case .preferredDate: Wording(zh: "意向考试日期", en: "preferred date")
    case .origin: Wording(zh: "考生来源", en: "origin")
    case .studentKind: Wording(zh: "考生类型", en: "list of students")
    }
  }

  private var otherNames: [String] {
    switch self {
    case .idNumber: ["证件号", "身份证号"]
    case .site: ["考点代码"]
    case .paid: ["支付", "payment"]
    case .locked: ["锁定"]
    case .audit: ["审核"]
    case .subject: ["科目", "subjects"]
    case .email: ["电子邮箱"]
    case .phone: ["手机号"]
    case .origin: ["考生类别"]
    default: []
    }
  }

  /// The column of an English field name or a Chinese heading.
  static func named(_ name: String) -> CandidateColumn? {
    CandidateColumn(rawValue: name)
      ?? allCases.first { $0.title.zh == name || $0.otherNames.contains(name) }
  }

  /// A value as a person writes it, as the tables hold it: words for states, names for codes. One word may stand for
  /// several states.
  func stored(_ text: String, _ sitting: OpenSitting) -> [String] {
    switch self {
    case .idNumber: text.contains("*") ? [text] : [DocumentType.residentCard.stored(text)]
    case .subject: [code(text, table: "subject", sitting)]
    case .education: [code(text, table: "education", sitting)]
    case .studentKind: [code(text, table: "student-kind", sitting)]
    case .preferredDate: [CalendarDate(text)?.iso ?? text]
    default: words[text] ?? [text]
    }
  }

  private func code(_ text: String, table: String, _ sitting: OpenSitting) -> String {
    let codes = sitting.programme.codes(of: table, sitting: sitting.definition.number)
    if case .code(let code) = codes?.find(text) { return code }
    return text
  }

  private var words: [String: [String]] {
    switch self {
    case .method: ["集体报名": ["collective"], "个人网报": ["individual"], "考生注册": ["individual"]]
    case .paid:
      [
        "全部支付": ["all"], "部分支付": ["part"], "全未支付": ["none"], "未支付": ["none"], "yes": ["all"],
        "no": ["part", "none"],
      ]
    case .locked: ["已锁定": ["yes"], "未锁定": ["no"], "是": ["yes"], "否": ["no"]]
    case .photo: ["有": ["yes"], "无": ["no"]]
    case .audit:
      [
        "-": ["none"], "无需审核": ["none"], "待审核": ["pending"], "已通过": ["passed"], "通过": ["passed"],
        "不通过": ["rejected"], "未通过": ["rejected"],
      ]
    case .origin: ["学籍考生": ["roster"], "社会考生": ["social"]]
    default: [:]
    }
  }

  /// The word for a state that the tables hold.
  public func word(_ stored: String) -> Wording {
    let word: Wording? =
      switch (self, stored) {
      case (.method, "collective"): Wording(zh: "集体报名", en: "collective")
      case (.method, "individual"): Wording(zh: "个人网报", en: "individual")
      case (.paid, "all"): Wording(zh: "全部支付", en: "all paid")
      case (.paid, "part"): Wording(zh: "部分支付", en: "partly paid")
      case (.paid, "none"): Wording(zh: "全未支付", en: "not paid")
      case (.audit, "none"): Wording(zh: "无需审核", en: "no audit")
      case (.audit, "pending"): Wording(zh: "待审核", en: "pending")
      case (.audit, "passed"): Wording(zh: "已通过", en: "passed")
      case (.audit, "rejected"): Wording(zh: "不通过", en: "rejected")
      case (.locked, "yes"): Wording(zh: "已锁定", en: "locked")
      case (.locked, "no"): Wording(zh: "未锁定", en: "not locked")
      case (.photo, "yes"): Wording(zh: "有", en: "yes")
      case (.photo, "no"): Wording(zh: "无", en: "no")
      default: nil
      }
    return word ?? Wording(zh: stored, en: stored)
  }
}

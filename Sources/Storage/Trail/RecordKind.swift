public import Tabular

/// 记录种类 — what kind of record a trail entry is about.
public enum RecordKind: String, Sendable, CaseIterable {
  case registration, entry, photo, roster, payment, paymentBatch, room, roomBatch, violation, score, mailing
  case organisation, user, window, account, login, file, sitting, station,
    violationReturn

  /// What people call it.
  public var title: Wording {
    switch self {
    case .registration: Wording(zh: "报名信息", en: "registration")
    case .entry: Wording(zh: "报考", en: "entry")
    case .photo: Wording(zh: "照片", en: "photo")
    case .roster: Wording(zh: "学籍", en: "roster entry")
    case .payment: Wording(zh: "支付", en: "payment")
    case .paymentBatch: Wording(zh: "集体缴费批次", en: "payment batch")
    case .room: Wording(zh: "考场", en: "room")
    case .roomBatch: Wording(zh: "批次", en: "batch")
    case .violation: Wording(zh: "违纪缺考", en: "violation")
    case .score: Wording(zh: "成绩", en: "score")
    case .mailing: Wording(zh: "证书直邮", en: "mailing")
    case .organisation: Wording(zh: "机构", en: "organisation")
    case .user: Wording(zh: "用户", en: "user")
    case .window: Wording(zh: "操作时间", en: "window")
    case .account: Wording(zh: "分账账户", en: "settlement account")
    case .login: Wording(zh: "通行证账号", en: "login account")
    case .file: Wording(zh: "文件", en: "file")
    case .sitting: Wording(zh: "考次", en: "sitting")
    case .station: Wording(zh: "考核站点申报", en: "station application")
    case .violationReturn: Wording(zh: "违纪缺考报送", en: "return of violations")
    }
  }

  /// Whether the key is a number that screens shorten: a person's, or a bank account's.
  public var hasMaskedKey: Bool { isOfCandidate || self == .account }

  /// Whether its key is a candidate's ID number.
  public var isOfCandidate: Bool {
    switch self {
    case .registration, .entry, .photo, .roster, .payment, .violation, .score, .mailing, .login: true
    case .paymentBatch, .room, .roomBatch, .organisation, .user, .window, .account, .file, .sitting,
      .station, .violationReturn:
      false
    }
  }
}

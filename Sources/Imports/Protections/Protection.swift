public import ExamModel
public import Storage
public import Tabular

/// 保护 — what protects a record from being changed or removed, in words: since when, who did it, and what lifts it.
/// Lists show it, and the findings about locked records say it.
public struct Protection: Sendable, Equatable {
  private let fact: ProtectionFact

  /// The protection that a fact of the tables means.
  public init(_ fact: ProtectionFact) { self.fact = fact }

  /// What kind it is: `lock`, `audit`, `payment`, `paid`, `confirmed`, `paymentBatch`, `application`, `arranged`,
  /// `ticket` or `score`.
  public var kind: ProtectionFact.Kind { fact.kind }
  /// Since when; nil where it is not known.
  public var since: Instant? { fact.since.map { Instant(secondsSince1970: $0) } }
  /// Who did it; nil where it is not known.
  public var member: String? { fact.member }
  /// The entries that it protects; empty for the registration itself.
  public var subjects: [String] { fact.subjects }
  /// The order, batch, room or ticket number behind it.
  public var number: String? { fact.number }
  /// What the person who locked it said.
  public var note: String? { fact.note }

  /// A word for a column of a list.
  public var mark: Wording {
    switch kind {
    case .lock: Wording(zh: "手工锁定", en: "locked")
    case .audit: Wording(zh: "审核锁定", en: "audit lock")
    case .payment: Wording(zh: "支付锁定", en: "payment lock")
    case .paid: Wording(zh: "已支付", en: "paid")
    case .confirmed: Wording(zh: "缴费已确认", en: "confirmed")
    case .paymentBatch: Wording(zh: "缴费批次", en: "batch")
    case .application: Wording(zh: "缴费申请", en: "application")
    case .arranged: Wording(zh: "已编排", en: "seated")
    case .ticket: Wording(zh: "有准考证号", en: "ticket")
    case .score: Wording(zh: "有成绩", en: "score")
    }
  }

  /// The state with its circumstances: `已因支付锁定（2020-08-21 10:00，订单 T-1，root）`.
  public var state: Wording {
    let name = stateName
    let time = since?.shortText
    let said = note.map { "“\($0)”" }
    let zh = [time, numberName?.zh, member, said].compactMap(\.self).joined(separator: "，")
    let en = [time, numberName?.en, member.map { "by \($0)" }, said].compactMap(\.self)
      .joined(separator: ", ")
    return zh.isEmpty ? name : Wording(zh: "\(name.zh)（\(zh)）", en: "\(name.en) (\(en))")
  }

  private var stateName: Wording {
    switch kind {
    case .lock: Wording(zh: "已由人工锁定", en: "locked by hand")
    case .audit: Wording(zh: "已因审核通过锁定", en: "locked because its audit passed")
    case .payment: Wording(zh: "已因支付锁定", en: "locked by a payment")
    case .paid: Wording(zh: "已支付", en: "paid")
    case .confirmed: Wording(zh: "缴费已确认", en: "paid by a confirmed application")
    case .paymentBatch: Wording(zh: "在未完成的缴费批次中", en: "held by an open payment batch")
    case .application: Wording(zh: "在未确认的缴费申请单中", en: "held by a payment application")
    case .arranged: Wording(zh: "已编排", en: "seated")
    case .ticket: Wording(zh: "已有准考证号", en: "numbered")
    case .score: Wording(zh: "已有成绩或违纪记录", en: "on record with a score or a violation")
    }
  }

  private var numberName: Wording? {
    guard let number else { return nil }
    return switch kind {
    case .lock, .audit, .payment, .paid: Wording(zh: "订单 \(number)", en: "order \(number)")
    case .paymentBatch: Wording(zh: "批次 \(number)", en: "batch \(number)")
    case .confirmed, .application: Wording(zh: "申请单 \(number)", en: "application \(number)")
    case .arranged: Wording(zh: "考场 \(number)", en: "room \(number)")
    case .ticket, .score: Wording(zh: number, en: number)
    }
  }

  /// What lifts it, as part of a sentence.
  public var lift: Wording {
    switch kind {
    case .lock, .audit, .payment:
      Wording(zh: "解锁（kaowu candidates unlock）", en: "unlock it (kaowu candidates unlock)")
    case .paid:
      Wording(
        zh: "个人支付的可以取消考试（kaowu candidates cancel），集体缴费的不能取消",
        en: "cancel it where it was paid individually (kaowu candidates cancel); nothing where collectively")
    case .paymentBatch:
      Wording(
        zh: "支付或删除缴费批次（kaowu payment pay 或 delete）",
        en: "pay or delete the payment batch (kaowu payment pay or delete)")
    case .confirmed:
      Wording(zh: "确认后的缴费申请单不能再改，不能解除", en: "nothing, for a confirmed application is final")
    case .application:
      Wording(
        zh: "删除缴费申请单（kaowu payment withdraw）",
        en: "withdraw the payment application (kaowu payment withdraw)")
    case .arranged, .ticket:
      Wording(
        zh: "清除考点的编排（kaowu arrange clear）", en: "clear the site's arrangement (kaowu arrange clear)")
    case .score: Wording(zh: "考试已经进行，不能解除", en: "nothing, for the exam was held")
    }
  }

  /// What fills `{0}` … `{3}` of a finding's words: state and lift in Chinese, state and lift in English.
  public var arguments: [String] { [state.zh, lift.zh, state.en, lift.en] }

  /// The arguments of a finding about a lock, of a row that has `ProtectionTable.lockColumns` behind two others.
  static let lockArguments: @Sendable (any ResultRow) -> [String] = { row in
    ProtectionTable.lock(row, from: 2).map { Protection($0).arguments } ?? []
  }

  /// The subject and the arguments of a finding about an open payment batch, of a row that has
  /// `ProtectionTable.holdColumns` behind two others.
  static let holdArguments: @Sendable (any ResultRow) -> [String] = { row in
    let fact = ProtectionTable.hold(row, from: 2)
    return fact.subjects + Protection(fact).arguments
  }
}

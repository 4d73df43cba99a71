internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 缴费申请前提 — who confirms applications, who withdraws them, and that what is confirmed stays (PAY-04). Which level
/// confirms stands in the programme's definition.
struct PaymentApplicationGates {
  let sitting: OpenSitting

  init(_ sitting: OpenSitting) { self.sitting = sitting }

  /// Only an administrator of the confirming level confirms, at any time while the sitting is open.
  func requireConfirmer(at organisation: String) throws(Refusal) {
    try sitting.requireChange(at: organisation, window: nil)
    guard let confirmer = sitting.programme.paymentConfirmer else {
      throw Refusal(
        .precondition, rule: "PAY-04",
        Wording(
          zh: "考试项目 \(sitting.programme.name) 不用缴费申请单。",
          en: "\(sitting.programme.name) has no payment applications."))
    }
    guard sitting.user.organisation.utf8.count == confirmer.codeLength else {
      throw Refusal(
        .precondition, rule: "PAY-04",
        Wording(
          zh: "缴费申请单由\(confirmer.name)确认，用户 \(sitting.user.name) 不属于这一层级。",
          en:
            "Applications are confirmed by \(confirmer.name); user \(sitting.user.name) is not of that level."
        ))
    }
  }

  /// The applications of these numbers, each once; all that are open where none is named.
  func applications(
    _ numbers: [String], of known: [PaymentBatchRecord]
  ) throws(Refusal) -> [PaymentBatchRecord] {
    guard !numbers.isEmpty else {
      let open = known.filter { $0.state == .open }
      guard !open.isEmpty else {
        throw Refusal(
          .precondition, rule: "PAY-04",
          Wording(
            zh: "没有待确认的缴费申请单。可用 kaowu payment applications 查看。",
            en: "No application waits to be confirmed. See kaowu payment applications."))
      }
      return open
    }
    var chosen: [PaymentBatchRecord] = []
    for number in numbers where !chosen.contains(where: { $0.name == number }) {
      guard let record = known.first(where: { $0.name == number }) else {
        throw Refusal(
          .precondition, rule: "PAY-04",
          Wording(
            zh: "没有缴费申请单 \(number)。可用 kaowu payment applications 查看。",
            en: "There is no payment application \(number). See kaowu payment applications."))
      }
      chosen.append(record)
    }
    return chosen
  }

  /// What is confirmed or withdrawn stays so.
  func requireOpen(_ application: PaymentBatchRecord) throws(Refusal) {
    guard application.state != .open else { return }
    let at = application.endedAt.map { Instant(secondsSince1970: $0).shortText } ?? ""
    let by = application.endedBy ?? ""
    let isConfirmed = application.state == .paid
    throw Refusal(
      .precondition, rule: "PAY-04",
      Wording(
        zh: "缴费申请单 \(application.name) 已于 \(at) 由 \(by) \(isConfirmed ? "确认，确认后不能再改" : "删除")。",
        en:
          "Payment application \(application.name) was \(isConfirmed ? "confirmed" : "withdrawn") at \(at) by \(by) and stays so."
      ))
  }

  /// What was paid by other orders meanwhile would be paid twice.
  func requireUnpaid(_ application: PaymentBatchRecord, _ session: any Session) throws {
    guard try PaymentBatchTable.hasPayments(application, session) else { return }
    throw Refusal(
      .stale, rule: "PAY-04",
      Wording(
        zh: "缴费申请单 \(application.name) 中有报考已另行支付，不能确认。请院校删除后重新申请。",
        en: "Entries of application \(application.name) were paid otherwise meanwhile; have it made anew."))
  }
}

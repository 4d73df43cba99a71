internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 集体缴费前提 — what must hold before a site makes, pays or deletes a payment batch; each refusal says what to do first.
struct PaymentGates {
  let sitting: OpenSitting
  let site: String

  /// The organisation is a site that the user sees.
  init(_ sitting: OpenSitting, site: String) throws(Refusal) {
    self.sitting = sitting
    self.site = site
    try sitting.requireSight(of: site)
    guard sitting.definition.siteSettings(site) != nil else {
      throw Refusal(
        .precondition, rule: "PAY-01",
        Wording(
          zh: "\(site) 不是本考次设置了的考点，缴费批次按考点建立。请检查 --site。",
          en:
            "\(site) is no site with settings in this sitting; payment batches are made for one. Check --site."
        ))
    }
  }

  /// The user may change the site now, and the site pays for its candidates.
  func requireChange() throws(Refusal) {
    try sitting.requireChange(at: site, window: .registration)
    guard sitting.definition.siteSettings(site)?.allowsCollectivePayment == true else {
      throw Refusal(
        .precondition, rule: "SET-01",
        Wording(
          zh: "考点 \(site) 未开通集体缴费。请在考次文件中开通（collectivePayment: true）后重新载入。",
          en:
            "Site \(site) does not pay for its candidates. Allow it in the sitting file (collectivePayment: true) and load it."
        ))
    }
  }

  /// SET-06: what a batch charges.
  func fees() throws(Refusal) -> PaymentBatchTable.Fees {
    guard let fees = sitting.definition.fees(for: site) else {
      throw Refusal(
        .precondition, rule: "SET-06",
        Wording(
          zh: "考点 \(site) 没有设置费用，不能建立缴费批次。请在考次文件的 fees 中设置后重新载入。",
          en:
            "Site \(site) has no fees, so no payment batch can be made. Set them under fees in the sitting file and load it."
        ))
    }
    return .init(person: fees.person, subject: fees.subject, subjects: fees.subjects)
  }

  /// PAY-01: one open batch at most.
  func requireNoneOpen(_ batches: [PaymentBatchRecord]) throws(Refusal) {
    guard let open = batches.first(where: { $0.state == .open }) else { return }
    throw Refusal(
      .precondition, rule: "PAY-01",
      Wording(
        zh: "考点 \(site) 已有未支付的缴费批次 \(open.name)。请先支付或删除它（kaowu payment pay 或 delete）。",
        en:
          "Site \(site) has the open payment batch \(open.name). Pay or delete it first (kaowu payment pay or delete)."
      ))
  }

  /// A batch takes at least one entry.
  func requireEntries(_ count: Int, _ leftOut: PaymentBatchTable.LeftOut) throws(Refusal) {
    guard count == 0 else { return }
    throw Refusal(
      .precondition, rule: "PAY-03",
      Wording(
        zh: "没有可以支付的报考：未支付的报考中，\(leftOut.audit) 个未审核通过，\(leftOut.photo) 个没有照片。",
        en:
          "There is nothing to pay: of the unpaid entries \(leftOut.audit) have not passed their audit, \(leftOut.photo) lack a photo."
      ))
  }

  /// The batch of a name (`990701-3`, or `3`); the newest where none is named.
  func batch(_ name: String?, of batches: [PaymentBatchRecord]) throws(Refusal) -> PaymentBatchRecord {
    guard
      let batch = name.map({ name in batches.first { $0.name == name || String($0.number) == name } })
        ?? batches.first
    else {
      let zh = name.map { "考点 \(site) 没有缴费批次 \($0)" } ?? "考点 \(site) 还没有缴费批次"
      let en =
        name.map { "Site \(site) has no payment batch \($0)" } ?? "Site \(site) has no payment batch yet"
      throw Refusal(
        .precondition, rule: "PAY-02",
        Wording(zh: "\(zh)。可用 kaowu payment list 查看。", en: "\(en). See kaowu payment list."))
    }
    return batch
  }

  /// PAY-02: what is paid or deleted stays so.
  func requireOpen(_ batch: PaymentBatchRecord) throws(Refusal) {
    guard batch.state != .open else { return }
    let isPaid = batch.state == .paid
    throw Refusal(
      .precondition, rule: "PAY-02",
      Wording(
        zh: "缴费批次 \(batch.name) \(isPaid ? "已支付，不能再支付、更新或删除" : "已删除，不能再支付、更新")。",
        en: "Payment batch \(batch.name) is \(batch.state.rawValue): it cannot be paid, refreshed or deleted."
      ))
  }
}

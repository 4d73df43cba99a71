internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 编排前提 — what must hold before a site is arranged, cleared or numbered; each refusal says what to do first.
struct ArrangementGates {
  let sitting: OpenSitting
  let site: String

  /// The organisation is a site that the user may change now, inside the arrangement window (WIN-04).
  init(_ sitting: OpenSitting, site: String) throws(Refusal) {
    self.sitting = sitting
    self.site = site
    try sitting.requireChange(at: site, window: .arrangement)
    guard sitting.definition.siteSettings(site) != nil else {
      throw Refusal(
        .precondition, rule: "ARR-05",
        Wording(
          zh: "\(site) 不是本考次设置了的考点，只有考点可以编排。请检查 --site。",
          en: "\(site) is no site with settings in this sitting; only sites are arranged. Check --site."))
    }
  }

  /// ORG-07: tickets print the address.
  func requireAddress() throws(Refusal) {
    let address = sitting.definition.organisation(site)?.address ?? ""
    guard address.allSatisfy(\.isWhitespace) else { return }
    throw Refusal(
      .precondition, rule: "ORG-07",
      Wording(
        zh: "考点 \(site) 没有地址，不能编排：准考证要印考点地址。请在考次文件中填写后重新载入。",
        en:
          "Site \(site) has no address, which tickets print; it cannot be arranged. Add it to the sitting file and load it."
      ))
  }

  /// ARR-02: nobody is seated before everybody has paid.
  func requirePaid(_ counts: SeatingCounts) throws(Refusal) {
    let unpaid = counts.entries - counts.paid
    guard unpaid > 0 else { return }
    throw Refusal(
      .precondition, rule: "ARR-02",
      Wording(
        zh: "考点 \(site) 共 \(counts.entries) 科次，其中 \(unpaid) 科次未支付，不能编排。请先完成支付，或删除未支付的报考。",
        en:
          "\(unpaid) of the \(counts.entries) entries of site \(site) are not paid; it cannot be arranged. Have them paid or deleted first."
      ))
  }

  /// Ticket numbers that were given out freeze the seats they were made of.
  func requireNoTickets(_ counts: SeatingCounts) throws(Refusal) {
    guard counts.numbered > 0 else { return }
    throw Refusal(
      .precondition, rule: "ARR-05",
      Wording(
        zh: "考点 \(site) 已生成 \(counts.numbered) 个准考证号，不能重新编排。如确需重新编排，请先清除（kaowu arrange clear）。",
        en:
          "Site \(site) has \(counts.numbered) ticket numbers, so its arrangement stands. To arrange it anew, clear it first (kaowu arrange clear)."
      ))
  }

  /// What was recorded by ticket number would lose its number.
  func requireNotExamined(_ counts: SeatingCounts) throws(Refusal) {
    guard counts.examined > 0 else { return }
    throw Refusal(
      .precondition, rule: "ARR-05",
      Wording(
        zh: "考点 \(site) 已有 \(counts.examined) 科次登记了违纪缺考或成绩，不能清除编排。",
        en:
          "\(counts.examined) entries of site \(site) have violations or scores on record; the arrangement cannot be cleared."
      ))
  }

  /// TIC-01: numbers are made of seats, so every entry must have one.
  func requireArranged(_ counts: SeatingCounts) throws(Refusal) {
    let missing = counts.entries - counts.seated
    guard missing > 0 else { return }
    throw Refusal(
      .precondition, rule: "TIC-01",
      Wording(
        zh: "考点 \(site) 共 \(counts.entries) 科次，其中 \(missing) 科次未编排，不能生成准考证号。请先编排（kaowu arrange run）。",
        en:
          "\(missing) of the \(counts.entries) entries of site \(site) have no seat, so no ticket numbers are made. Arrange them first (kaowu arrange run)."
      ))
  }

  /// The data that a plan was made of has changed since.
  static let stale = Refusal(
    .stale, rule: "ARR-05",
    Wording(
      zh: "编排期间报考、考场或批次有变化，结果没有保存。请重新运行。",
      en: "Entries, rooms or batches changed meanwhile; nothing was kept. Run it again."))
}

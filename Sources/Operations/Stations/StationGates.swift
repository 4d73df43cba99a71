internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 考核站点前提 — who may apply for a station, who may decide, and that only approved ones have rooms (ORG-08). Whether
/// stations are approved at all, and by which level, stands in the programme's definition.
struct StationGates {
  let sitting: OpenSitting
  let site: String

  /// The level that approves stations; nil where the programme's sites need no approval.
  private var approver: OrganisationLevel? { sitting.programme.stationApprover }

  init(_ sitting: OpenSitting, site: String) {
    self.sitting = sitting
    self.site = site
  }

  /// A user of the station or of an organisation above applies, at any time while the sitting is open.
  func requireApplication(over old: StationRecord?) throws(Refusal) {
    try requireStation()
    guard let old, old.state != .rejected else { return }
    let isPending = old.state == .pending
    throw Refusal(
      .precondition, rule: "ORG-08",
      Wording(
        zh: "考核站点 \(site) 的申报\(isPending ? "已提交，正在等待审批" : "已批准")，不能再改。",
        en:
          "The application of station \(site) is \(isPending ? "waiting to be decided" : "approved") and stays so."
      ))
  }

  /// Only a user of the approving level decides, once, and only what is pending.
  /// - Returns: the application.
  func requireDecision(on station: StationRecord?) throws(Refusal) -> StationRecord {
    try requireStation()
    guard isApprover else {
      let name = approver?.name ?? ""
      throw Refusal(
        .precondition, rule: "ORG-08",
        Wording(
          zh: "考核站点的申报由\(name)审批，用户 \(sitting.user.name) 不属于这一层级。",
          en: "Stations are decided on by \(name); user \(sitting.user.name) is not of that level."))
    }
    guard let station else {
      throw Refusal(
        .precondition, rule: "ORG-08",
        Wording(
          zh: "考核站点 \(site) 没有申报。可用 kaowu stations list 查看。",
          en: "Nobody applied for station \(site). See kaowu stations list."))
    }
    guard station.state == .pending else {
      let isApproved = station.state == .approved
      throw Refusal(
        .precondition, rule: "ORG-08",
        Wording(
          zh: "考核站点 \(site) 的申报已\(isApproved ? "批准" : "驳回")，不能再审批\(isApproved ? "" : "；院校可以重新申报")。",
          en: "The application of station \(site) is \(station.state.rawValue) already."))
    }
    return station
  }

  /// Before a site may have rooms it must be approved, where the programme asks for that.
  func requireApproval(_ session: any Session) throws {
    guard let approver, try !StationTable.isApproved(site, sitting: sitting.id, session) else { return }
    let state = try StationTable.read(site, sitting: sitting.id, session)?.state
    let now =
      switch state {
      case .pending: Wording(zh: "申报正在等待审批", en: "its application waits to be decided")
      case .rejected: Wording(zh: "申报已被驳回", en: "its application was rejected")
      default: Wording(zh: "还没有申报", en: "nobody applied for it")
      }
    throw Refusal(
      .precondition, rule: "ORG-08",
      Wording(
        zh: "考核站点 \(site) 未经\(approver.name)批准（\(now.zh)），不能设置考场、不能编排。请先申报（kaowu stations apply），批准后再来。",
        en: """
          Station \(site) is not approved by \(approver.name) (\(now.en)): it can have no rooms and no arrangement. \
          Apply for it first (kaowu stations apply).
          """))
  }

  /// Whether the acting user belongs to the level that approves.
  private var isApprover: Bool {
    sitting.user.organisation.utf8.count == approver?.codeLength
  }

  private func requireStation() throws(Refusal) {
    try sitting.requireChange(at: site, window: nil)
    guard approver != nil else {
      throw Refusal(
        .precondition, rule: "ORG-08",
        Wording(
          zh: "考试项目 \(sitting.programme.name) 的考点不需要申报和批准。",
          en: "The sites of \(sitting.programme.name) need no approval."))
    }
    guard sitting.programme.levels.isSite(site) else {
      let level = sitting.programme.organisations.last?.name ?? ""
      throw Refusal(
        .precondition, rule: "ORG-08",
        Wording(
          zh: "\(site) 不是\(level)，只有\(level)可以申报。请检查 --site。",
          en: "\(site) is no station (\(level)); applications are made for stations. Check --site."))
    }
  }
}

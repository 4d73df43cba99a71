internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 违纪缺考报送前提 — what may still be recorded once sites have reported and organisations have submitted (VIO-04). It is
/// made inside the transaction of the change, so that what it says holds until that is over.
struct ViolationReturnGates {
  private let sitting: OpenSitting
  /// The organisations that have submitted, the highest first.
  let submissions: [ViolationReport]
  private let session: any Session

  init(_ sitting: OpenSitting, _ session: any Session) throws {
    self.sitting = sitting
    self.session = session
    submissions = try ViolationReturnTable.submissions(sitting: sitting.id, session)
  }

  /// The submission that froze an organisation's records: its own, or that of an organisation above.
  func submission(over organisation: String) -> ViolationReport? {
    submissions.first { sitting.programme.levels.isWithin(organisation, scope: $0.organisation) }
  }

  /// Records change only before they are submitted.
  func requireUnsubmitted(_ organisation: String) throws(Refusal) {
    if let submission = submission(over: organisation) { throw frozen(submission) }
  }

  /// Whoever takes back a whole file changes the records of any site below the organisation that it was for.
  func requireNothingSubmitted(around organisation: String) throws(Refusal) {
    try requireUnsubmitted(organisation)
    let below = submissions.first {
      sitting.programme.levels.isWithin($0.organisation, scope: organisation)
    }
    if let below { throw frozen(below) }
  }

  /// Nothing is put on record of a site that reported that there is nothing.
  func requireRecording(at organisation: String) throws {
    try requireUnsubmitted(organisation)
    guard sitting.programme.levels.isSite(organisation),
      let report = try ViolationReturnTable.nilReturns(
        sitting: sitting.id, organisation: organisation, session
      ).first
    else { return }
    let at = Instant(secondsSince1970: report.at).shortText
    throw Refusal(
      .precondition, rule: "VIO-04",
      Wording(
        zh: "考点 \(organisation) 已于 \(at) 报送“无违纪缺考”。确有违纪缺考的，请先撤回（kaowu violations none --withdraw）。",
        en: """
          Site \(organisation) reported at \(at) that there were no violations. Take that back first \
          (kaowu violations none --withdraw).
          """))
  }

  private func frozen(_ submission: ViolationReport) -> Refusal {
    let at = Instant(secondsSince1970: submission.at).shortText
    let name = submission.organisation.isEmpty ? "中心" : submission.organisation
    return Refusal(
      .precondition, rule: "VIO-04",
      Wording(
        zh: "\(name) 已于 \(at) 提交违纪缺考信息，不能再改。",
        en: "\(name) submitted the violations at \(at); nothing changes any more."))
  }
}

internal import Programmes
internal import Storage
internal import Tabular

/// 个人网报判定 — the rules that need the other rows of the feed, or what is stored: those of every registration, and what
/// an override may not touch.
struct IndividualJudgements {
  private let context: ImportContext

  init(_ context: ImportContext) { self.context = context }

  /// Whether `r` is the registration that the row `s` would replace.
  private var isTarget: String { context.record("r", is: "s.target") }

  var all: [Judgement] {
    let common = RegistrationJudgements(context, sites: .ofRow)
    return common.ofEveryImport + stored + common.photoRefused + [expired]
  }

  /// What the stored registration of the same ID number allows.
  private var stored: [Judgement] {
    func registered(_ template: FindingTemplate, _ condition: String) -> Judgement {
      Judgement(
        template, field: "documentNumber",
        select: """
          SELECT s.row_number, s.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN registration r ON \(isTarget) WHERE s.skips = 0 AND \(condition)
          """)
    }
    guard context.options.overrides else { return [registered(RecordRules.exists, "1 = 1")] }
    let isOwn = "r.method = 'individual' AND r.site = s.site"
    return [
      registered(IndividualRules.collective, "r.method <> 'individual'"),
      registered(RegistrationRules.otherSite, "r.method = 'individual' AND r.site <> s.site"),
      registered(RegistrationRules.locked, "\(isOwn) AND r.lock_reason IS NOT NULL AND s.differs = 1"),
      frozen(isOwn),
    ]
  }

  /// REG-09: what an open batch holds is neither removed, nor paid by somebody else.
  private func frozen(_ isOwn: String) -> Judgement {
    Judgement(
      RegistrationRules.frozen, field: "subject1",
      select: """
        SELECT s.row_number, NULL AS value, e.subject AS argument_0, NULL AS argument_1
        FROM stage_row s JOIN registration r ON \(isTarget) AND \(isOwn)
        JOIN entry e ON \(Joining.entry()) AND e.payment_batch IS NOT NULL AND e.paid IS NULL
        WHERE s.skips = 0 AND (s.status = $1 OR NOT EXISTS (
          SELECT 1 FROM stage_subject x WHERE x.row_number = s.row_number AND x.subject = e.subject))
        """, parameters: [.text(IndividualImport.paid)])
  }

  private var expired: Judgement {
    Judgement(
      IndividualRules.expired, field: "registeredAt",
      select: """
        SELECT s.row_number, NULL AS value, NULL AS argument_0, NULL AS argument_1
        FROM stage_row s WHERE s.skips = 1
        """)
  }
}

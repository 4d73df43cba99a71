internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 报名判定 — the rules that need the other rows of the file, or what is stored: REG-03 to REG-10, REG-12, REG-13.
struct RegistrationJudgements {
  private let context: ImportContext

  private let sites: RowSite

  init(_ context: ImportContext, sites: RowSite = .ofImport) {
    self.context = context
    self.sites = sites
  }

  private var values: String { sites.values }

  /// Whether `r` is the registration that the row `s` would replace.
  private var isTarget: String { context.record("r", is: "s.target") }

  /// Indexes what the rules look for; with what else they ask, so that the rows themselves are not read for it.
  func index(_ session: any Session) throws {
    try session.execute("CREATE INDEX stage_by_document ON \(values) (document_number)")
    try session.execute("CREATE INDEX stage_by_email ON \(values) (email, document_number)")
    try session.execute("CREATE INDEX stage_subject_by_row ON stage_subject (row_number, subject)")
  }

  /// Selects the values of a column that more than one row has; few of them, and found in its index alone.
  private func repeated(_ column: String) -> String {
    """
    SELECT o.\(column) FROM \(values) o WHERE o.\(column) IS NOT NULL GROUP BY o.\(column) HAVING count(*) > 1
    """
  }

  /// The rules of the collective import.
  var all: [Judgement] { ofEveryImport + stored + photoRefused }

  /// The rules that hold for collective and individual registrations alike.
  var ofEveryImport: [Judgement] {
    [doubledInFile, sharedEmailInFile, sharedEmailInStore] + tooManySubjects
      + RosterAdmission(context, sites: sites).judgements
  }

  /// REG-03: each of the rows names another one.
  private var doubledInFile: Judgement {
    Judgement(
      RegistrationRules.doubled, field: "documentNumber",
      select: """
        SELECT s.row_number, s.document_number AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM \(values) s JOIN (
          SELECT document_number, min(row_number) AS first_row, max(row_number) AS last_row FROM \(values)
          WHERE document_number IN (\(repeated("document_number"))) GROUP BY document_number
        ) d ON d.document_number = s.document_number
        """)
  }

  /// REG-13 within the file: a finding on both rows.
  private var sharedEmailInFile: Judgement {
    Judgement(
      RegistrationRules.sharedEmail, field: "email",
      select: """
        SELECT s.row_number, s.email AS value,
          CAST(CASE WHEN s.row_number = d.first_row THEN d.last_row ELSE d.first_row END AS TEXT) AS argument_0,
          NULL AS argument_1
        FROM \(values) s JOIN (
          SELECT email, min(row_number) AS first_row, max(row_number) AS last_row FROM \(values)
          WHERE email IN (\(repeated("email"))) AND document_number IS NOT NULL
          GROUP BY email HAVING min(document_number) <> max(document_number)
        ) d ON d.email = s.email
        """)
  }

  /// REG-13 against the store; a candidate whom this file gives another address counts with the new one.
  private var sharedEmailInStore: Judgement {
    Judgement(
      RegistrationRules.takenEmail, field: "email",
      select: """
        SELECT s.row_number, s.email AS value, NULL AS argument_0, NULL AS argument_1
        FROM \(values) s JOIN registration r ON r.sitting = $1 AND r.email = s.email
        WHERE r.document_number <> s.document_number AND NOT EXISTS (
          SELECT 1 FROM \(values) o WHERE o.document_number = r.document_number)
        """, parameters: [.integer(context.sittingID)])
  }

  /// REG-10: the row's subjects and those paid before that it leaves out.
  private var tooManySubjects: [Judgement] {
    sites.groups(context, \.subjectsPerCandidate).map { most, codes in
      var parameters = SQLParameters()
      let (number, text) = (parameters.add(.integer(most)), parameters.add(.text(String(most))))
      return Judgement(
        RegistrationRules.tooManySubjects, field: "subject1",
        select: """
          SELECT n.row_number, NULL AS value, CAST(n.subjects AS TEXT) AS argument_0, CAST(\(text) AS TEXT) AS argument_1
          FROM (
            SELECT w.row_number,
              (SELECT count(*) FROM stage_subject s WHERE s.row_number = w.row_number) + (
                SELECT count(*) FROM stage_left_out l WHERE l.row_number = w.row_number AND l.paid IS NOT NULL
              ) AS subjects
            FROM stage_row w WHERE \(sites.isOne(of: codes, "w", &parameters))
          ) n WHERE n.subjects > \(number)
          """, parameters: parameters.values, probe: Self.subjects(moreThan: most))
    }
  }

  /// Whether a row names more subjects, or any keeps one that it leaves out.
  private static func subjects(moreThan most: Int) -> Probe {
    Probe(
      "n.named > \(most) OR n.kept > 0",
      from: """
        FROM (
          SELECT count(*) AS named, 0 AS kept FROM stage_subject s GROUP BY s.row_number
          UNION ALL SELECT 0, count(l.paid) FROM stage_left_out l
        ) n
        """)
  }

  /// What the stored registration of the same ID number allows: REG-04, or with override REG-05, 06, 07 and 09.
  private var stored: [Judgement] {
    let site = SQLValue.text(context.site)
    func registered(
      _ template: FindingTemplate, _ condition: String, _ parameters: [SQLValue] = [], probe: Probe
    ) -> Judgement {
      Judgement(
        template, field: "documentNumber",
        select: """
          SELECT s.row_number, r.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN registration r ON \(isTarget) WHERE \(condition)
          """, parameters: parameters, probe: probe)
    }
    guard context.options.overrides else {
      return [
        registered(
          RegistrationRules.registered, "s.target IS NOT NULL",
          probe: Probe("s.target IS NOT NULL", from: "FROM stage_row s"))
      ]
    }
    return [
      registered(RegistrationRules.otherSite, "r.site <> $1", [site], probe: probe("r.site <> f.site")),
      registered(
        RegistrationRules.individual, "r.site = $1 AND r.method <> 'collective'", [site],
        probe: probe("r.method <> 'collective'")),
      Judgement(
        RegistrationRules.locked, field: "documentNumber",
        select: """
          SELECT s.row_number, r.document_number, \(ProtectionTable.lockColumns)
          FROM stage_row s JOIN registration r ON \(isTarget)
          WHERE r.site = $1 AND r.method = 'collective' AND r.lock_reason IS NOT NULL AND s.differs = 1
          """, parameters: [site], arguments: Protection.lockArguments,
        probe: probe("r.lock_reason IS NOT NULL AND s.differs = 1")),
      Judgement(
        RegistrationRules.frozen, field: "subject1",
        select: """
          SELECT s.row_number, NULL, \(ProtectionTable.holdColumns)
          FROM stage_left_out e JOIN stage_row s ON s.row_number = e.row_number
          JOIN registration r ON \(isTarget) AND r.site = $1
          LEFT JOIN payment_batch b ON b.id = e.payment_batch
          WHERE e.payment_batch IS NOT NULL AND e.paid IS NULL
          """, parameters: [site], arguments: Protection.holdArguments),
    ]
  }

  /// AUD-01: where the picture was the reason, only a new one lets the registration be submitted again.
  var photoRefused: [Judgement] {
    guard context.options.overrides else { return [] }
    return [
      Judgement(
        AuditRules.needsPhoto, field: "documentNumber",
        select: """
          SELECT s.row_number, r.document_number AS value, NULL AS argument_0, NULL AS argument_1
          FROM stage_row s JOIN registration r ON \(isTarget) WHERE \(AuditTable.lacksNewPhoto)
          """, probe: probe("r.audit_photo IS NOT NULL"))
    ]
  }

  /// Whether a rule about stored registrations may find something in `r`, as SQL: it is not simply one of the site's that
  /// may be replaced. The match asks it of all, so that the rules need not look at each of them again.
  /// - Parameter site: the site's code.
  static func isHeld(at site: String) -> String {
    "r.site <> \(site) OR r.method <> 'collective' OR r.lock_reason IS NOT NULL OR r.audit_photo IS NOT NULL"
  }

  /// A probe over the rows `s` with the registration `r` that they would replace, and the file's own site `f`: one pass
  /// for all rules that compare them.
  private func probe(_ condition: String) -> Probe {
    Probe(
      condition,
      from: """
        FROM (SELECT CAST($1 AS TEXT) AS site) f
        JOIN stage_row s ON \(sites == .ofImport ? "s.held = 1" : "s.target IS NOT NULL")
        JOIN registration r ON \(isTarget)
        """, parameters: [.text(context.site)])
  }
}

/// 成绩含义 — what the result codes and kinds of violation of a programme mean, as far as the table of scores needs it.
public struct ScoreMeanings: Sendable {
  /// The result codes of a score: passed or failed.
  public var graded: [Int]
  /// The result codes that passed.
  public var passed: [Int]
  /// The result codes of cheating.
  public var cheating: [Int]
  /// The kinds of violation that are cheating.
  public var cheatingKinds: [String]
  /// The result code that a kind of violation stands for where no file names one.
  public var codes: [(kind: String, code: Int)]
  /// For a subject the subjects of which one must be passed too, before its certificate is given.
  public var requirements: [(subject: String, anyOf: [String])]

  /// The subjects that require others, and those that others require.
  public var relatedSubjects: [String] {
    Set(requirements.flatMap { [$0.subject] + $0.anyOf }).sorted()
  }

  /// The meanings of a programme's codes.
  public init(
    graded: [Int], passed: [Int], cheating: [Int], cheatingKinds: [String],
    codes: [(kind: String, code: Int)], requirements: [(subject: String, anyOf: [String])]
  ) {
    self.graded = graded
    self.passed = passed
    self.cheating = cheating
    self.cheatingKinds = cheatingKinds
    self.codes = codes
    self.requirements = requirements
  }
}

/// 成绩表 — the statements on `score` that more than one use case needs.
public enum ScoreTable {
  /// 结算 — settles what holds of the scores of some candidates, from what the files and the violations say. It may be
  /// run again at any time: the files' own values stay beside it.
  ///
  /// A violation takes away the score of its entry; cheating takes away those of the candidate's other subjects too.
  /// A subject whose required subject is not passed is kept (保证) and has no certificate until it is.
  /// - Parameters:
  ///   - meanings: what the codes mean.
  ///   - registrations: a query for the keys of the candidates, without parameters.
  public static func settle(
    _ meanings: ScoreMeanings, sitting: Int, registrations: String, _ session: any Session
  ) throws {
    try session.execute("DROP TABLE IF EXISTS settled_registration")
    try session.execute(
      "CREATE TEMP TABLE settled_registration (registration BIGINT PRIMARY KEY, cheating BIGINT)")
    let found = try session.execute(
      "INSERT INTO settled_registration (registration) SELECT DISTINCT found.* FROM (\(registrations)) AS found"
    )
    if found > 0 {
      try findCheating(meanings, sitting, session)
      try settleResults(meanings, sitting, session)
      try settleCertificates(meanings, sitting, session)
    }
    try session.execute("DROP TABLE settled_registration")
  }

  /// The code that cheating gives to the candidate's other subjects: the one that a file names, else that of the kind.
  /// The entries of those whose scores are settled, as the tables of a query.
  private static func settled(_ sitting: Int) -> String {
    """
    settled_registration t JOIN entry e ON \(Joining.inSitting(sitting, "e")) AND e.registration = t.registration
    """
  }

  /// Whether a score is one that was found, as SQL.
  private static let isFound =
    "\(Joining.byNumber("score", "found")) AND score.entry = found.entry"

  private static func findCheating(
    _ meanings: ScoreMeanings, _ sitting: Int, _ session: any Session
  ) throws {
    let isCheating = "c.file_result IN (\(list(meanings.cheating)))"
    let kinds = list(meanings.cheatingKinds)
    try session.execute(
      """
      UPDATE settled_registration SET cheating = found.code
      FROM (
        SELECT e.registration, COALESCE(max(CASE WHEN \(isCheating) THEN c.file_result END),
          max(CASE WHEN v.kind IN (\(kinds)) THEN \(code(of: "v.kind", meanings)) END)) AS code
        FROM \(settled(sitting))
        LEFT JOIN score c ON \(Joining.record("c")) LEFT JOIN violation v ON \(Joining.record("v"))
        WHERE \(isCheating) OR v.kind IN (\(kinds)) GROUP BY e.registration
      ) AS found
      WHERE found.registration = settled_registration.registration
      """)
  }

  /// A result that is no grade stands as the file says; a grade gives way to the entry's own violation, and to
  /// cheating in another subject.
  private static func settleResults(
    _ meanings: ScoreMeanings, _ sitting: Int, _ session: any Session
  ) throws {
    try session.execute(
      """
      UPDATE score SET result = found.result, score = CASE WHEN found.result = file_result THEN file_score END
      FROM (
        SELECT c.entry, c.sitting, c.site, CASE WHEN c.file_result IN (\(list(meanings.graded)))
          THEN COALESCE(\(code(of: "v.kind", meanings)), t.cheating, c.file_result)
          ELSE c.file_result END AS result
        FROM \(settled(sitting))
        JOIN score c ON \(Joining.record("c")) LEFT JOIN violation v ON \(Joining.record("v"))
      ) AS found
      WHERE \(isFound) AND (score.result <> found.result
        OR score.score IS DISTINCT FROM CASE WHEN found.result = file_result THEN file_score END)
      """)
  }

  private static func settleCertificates(
    _ meanings: ScoreMeanings, _ sitting: Int, _ session: any Session
  ) throws {
    let passed = list(meanings.passed)
    let kept =
      meanings.requirements.isEmpty
      ? "0"
      : """
      CASE WHEN c.result IN (\(passed)) AND e.subject IN (\(list(meanings.requirements.map(\.subject))))
        AND NOT EXISTS (
          SELECT 1 FROM registration r JOIN registration p ON p.sitting IN (SELECT id FROM sitting)
            AND p.document_number = r.document_number
          JOIN entry q ON \(Joining.entry("q", "p")) JOIN score d ON \(Joining.record("d", "q"))
          WHERE \(Joining.entry()) AND d.result IN (\(passed)) AND \(requirement("e.subject", "q.subject", meanings)))
        THEN 1 ELSE 0 END
      """
    let certificate = "CASE WHEN found.kept = 0 AND result IN (\(passed)) THEN file_certificate END"
    try session.execute(
      """
      UPDATE score SET kept = found.kept, certificate = \(certificate)
      FROM (
        SELECT c.entry, c.sitting, c.site, \(kept) AS kept
        FROM \(settled(sitting)) JOIN score c ON \(Joining.record("c"))
      ) AS found
      WHERE \(isFound)
        AND (score.kept <> found.kept OR score.certificate IS DISTINCT FROM \(certificate))
      """)
  }

  /// Whether `other` is one of the subjects of which `subject` requires one.
  public static func requirement(_ subject: String, _ other: String, _ meanings: ScoreMeanings) -> String {
    let pairs = meanings.requirements.map {
      "(\(subject) = \(literal($0.subject)) AND \(other) IN (\(list($0.anyOf))))"
    }
    return pairs.isEmpty ? "1 = 0" : "(\(pairs.joined(separator: " OR ")))"
  }

  /// The result code of a kind of violation; null for no kind.
  private static func code(of column: String, _ meanings: ScoreMeanings) -> String {
    let cases = meanings.codes.map { "WHEN \(literal($0.kind)) THEN \($0.code)" }
    return cases.isEmpty ? "NULL" : "CASE \(column) \(cases.joined(separator: " ")) END"
  }

  /// Numbers for an `IN`; one that never matches where there are none.
  public static func list(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "NULL" : numbers.map(String.init).joined(separator: ", ")
  }

  /// Texts for an `IN`; one that never matches where there are none.
  public static func list(_ texts: [String]) -> String {
    texts.isEmpty ? "NULL" : texts.map(literal).joined(separator: ", ")
  }

  /// A text in SQL. The texts are codes of a programme's definition, never cells of a file.
  private static func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

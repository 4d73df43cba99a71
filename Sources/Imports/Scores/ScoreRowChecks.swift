internal import ExamModel
internal import Programmes
internal import Tabular

/// 成绩逐行检查 — what the grade table says of a row by itself (SCO-05). A good row comes out with its result code, its
/// kind of violation and no score where none belongs to it.
struct ScoreRowChecks: Sendable {
  private let binding: FieldBinding
  private let required: RequiredCells
  private let rules: ScoreRules?
  private let sitting: Int
  private let subject, score, result, violation, certificate: Int?
  private let parts: [(field: String, index: Int)]

  init(_ context: ImportContext, binding: FieldBinding) {
    self.binding = binding
    required = RequiredCells(binding)
    rules = context.programme.scores
    sitting = context.sitting.number
    subject = binding.index(of: "subject")
    score = binding.index(of: "score")
    result = binding.index(of: "result")
    violation = binding.index(of: "violation")
    certificate = binding.index(of: "certificate")
    parts = Set((rules?.parts ?? []).map(\.field)).sorted().compactMap { field in
      binding.index(of: field).map { (field, $0) }
    }
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    let judged = [subject, score, result, violation] + parts.map(\.index)
    let isReadable = !judged.contains { $0.map { row.isUnreadable[$0] } ?? false }
    guard let rules, isReadable, let subject = row[subject] else { return }
    let judgement = rules.judge(scoreRow(row, subject))
    for fault in judgement.faults { note(fault, rules, &row) }
    guard let standing = judgement.standing else { return }
    checkCertificate(&row, rules, standing, subject)
    row[result] = (judgement.result ?? code(of: standing, rules)).map(String.init)
    row[violation] = kind(row, rules)
    if !standing.isGraded { row[score] = nil }
  }

  private func scoreRow(_ row: DecodedRow, _ subject: String) -> ScoreRow {
    var parts: [String: Hundredths] = [:]
    for part in self.parts { parts[part.field] = hundredths(row.values[part.index]) }
    return ScoreRow(
      subject: subject, score: hundredths(row[score]), result: row[result].flatMap { Int($0) },
      violation: row[violation], parts: parts)
  }

  private func hundredths(_ text: String?) -> Hundredths? {
    text.flatMap { Int($0) }.map { Hundredths(value: $0) }
  }

  /// The kind alone does not say which of its codes it was; the first stands for it.
  private func code(of standing: ScoreRules.Standing, _ rules: ScoreRules) -> Int? {
    rules.outcomes.first { $0.standing == standing }?.code
  }

  /// The kind that the row records: of its violation column, else of a result that is a violation. An absence that
  /// only the result tells is no violation on record.
  private func kind(_ row: DecodedRow, _ rules: ScoreRules) -> String? {
    if let text = row[violation] { return rules.violationStanding(text).flatMap(rules.violationKind) }
    let outcome = row[result].flatMap { Int($0) }.flatMap(rules.outcome)
    return outcome.flatMap { $0.standing == .absent ? nil : $0.violation }
  }

  private func checkCertificate(
    _ row: inout DecodedRow, _ rules: ScoreRules, _ standing: ScoreRules.Standing, _ subject: String
  ) {
    guard let index = certificate, let number = row.values[index] else { return }
    let expected = ["subject": subject, "sitting": sitting < 10 ? "0\(sitting)" : String(sitting)]
    switch rules.certificateFault(number, standing: standing, expected: expected) {
    case nil: return
    case .notDue: row.note(ScoreRowRules.certificateNotDue, at: index, in: binding)
    case .form:
      let pattern = rules.certificate
      row.note(
        ScoreRowRules.certificateForm, at: index, in: binding,
        arguments: [String(pattern?.length ?? 0), pattern?.pattern ?? ""])
    case .differs(_, let value):
      row.note(ScoreRowRules.certificateField, at: index, in: binding, arguments: [value])
    }
  }

  private func note(_ fault: ScoreFault, _ rules: ScoreRules, _ row: inout DecodedRow) {
    func note(
      _ template: FindingTemplate, at index: Int?, _ arguments: [String] = [], suggestion: String? = nil
    ) {
      guard let index else { return }
      let isScore = index == score || parts.contains { $0.index == index }
      let value = isScore ? hundredths(row.values[index])?.description : row.values[index]
      row.note(
        template, at: index, in: binding, value: value, arguments: arguments, suggestion: suggestion)
    }
    switch fault {
    case .outOfRange(let least, let most):
      note(ScoreRowRules.range, at: score, [least.description, most.description])
    case .decimals(let most): note(ScoreRowRules.decimals, at: score, [String(most)])
    case .unknownResult: note(ScoreRowRules.result, at: result)
    case .unknownViolation: note(ScoreRowRules.violation, at: violation)
    case .scoreMissing: note(ScoreRowRules.scoreMissing, at: score)
    case .gradeDiffers(let expected):
      let name = rules.outcome(expected)?.name ?? ""
      note(ScoreRowRules.grade, at: result, ["\(expected)-\(name)"], suggestion: "\(expected)-\(name)")
    case .scoreNotAllowed: note(ScoreRowRules.scoreNotAllowed, at: score)
    case .violationDiffers: note(ScoreRowRules.contradiction, at: violation)
    case .partOutOfRange(let field, let most):
      note(ScoreRowRules.part, at: binding.index(of: field), [most.description])
    case .partSum(let expected): note(ScoreRowRules.partSum, at: score, [expected.description])
    }
  }
}

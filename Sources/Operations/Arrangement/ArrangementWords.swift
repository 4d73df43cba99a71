internal import ExamModel
internal import Imports
internal import Programmes
internal import Storage
internal import Tabular

/// 编排失败说明 — the reasons of a failed arrangement as findings, in numbers (ARR-06).
struct ArrangementWords {
  private let problem: ArrangementProblem
  private let kinds: CodeTable?

  init(_ problem: ArrangementProblem, _ programme: Programme) {
    self.problem = problem
    kinds = programme.tables["room-kind"]
  }

  /// The registrations that the reasons speak of.
  func candidates(in failure: ArrangementFailure) -> Set<Int> {
    Set(
      failure.reasons.compactMap { reason in
        if case .candidate(let candidate, _, _) = reason { Int(candidate) } else { nil }
      })
  }

  func findings(_ failure: ArrangementFailure, _ people: [Int: CandidateNames]) -> [Finding] {
    var withoutBatch: Set<Int> = []
    for case .noBatch(let subject, _, _) in failure.reasons { withoutBatch.insert(subject) }
    return failure.reasons.filter { reason in
      // A subject that nobody can sit is said once, not again for each of its candidates.
      guard case .candidate(_, let subjects, _) = reason else { return true }
      return withoutBatch.isDisjoint(with: subjects)
    }.map { finding($0, people) }
  }

  private func finding(_ reason: ArrangementFailure.Reason, _ people: [Int: CandidateNames]) -> Finding {
    func finding(_ template: FindingTemplate, _ arguments: [String]) -> Finding {
      Finding(template, at: Place(), arguments: arguments)
    }
    switch reason {
    case .noBatch(let subject, let entries, let lacking):
      let code = problem.subjects[subject].code
      switch lacking {
      case .days: return finding(ArrangementRules.noDay, [code, String(entries)])
      case .kind: return finding(ArrangementRules.noKind, [code, String(entries), kind(of: subject)])
      case .minutes(let longest):
        let minutes = problem.subjects[subject].minutes ?? 0
        return finding(ArrangementRules.tooShort, [code, String(minutes), String(longest)])
      }
    case .candidate(let candidate, let subjects, let fitting):
      let person = people[Int(candidate)]
      return finding(
        ArrangementRules.candidate,
        [person?.name ?? "", person?.document ?? "", codes(subjects), String(fitting)])
    case .seats(let subjects, let entries, let seats, let days):
      let dates = days.compactMap { CalendarDate(dayNumber: $0)?.iso }.joined(separator: "、")
      return finding(
        ArrangementRules.seats,
        [codes(subjects), String(entries), dates, String(seats), String(entries - seats)])
    case .overlapping(let subjects, let entries, let placeable):
      return finding(ArrangementRules.overlapping, [codes(subjects), String(entries), String(placeable)])
    case .searched(let entries): return finding(ArrangementRules.searched, [String(entries)])
    case .notFound(let entries, let seated, let subjects):
      return finding(ArrangementRules.notFound, [String(entries), String(seated), codes(subjects)])
    }
  }

  /// The name of the kind of room that a subject needs.
  private func kind(of subject: Int) -> String {
    let code = problem.subjects[subject].kind ?? ""
    return kinds?.items.first { $0.code == code }?.name ?? code
  }

  private func codes(_ subjects: [Int]) -> String {
    subjects.map { problem.subjects[$0].code }.joined(separator: "、")
  }
}

/// 考生称呼 — how a message names a candidate: the name, and the last four of the ID number (IDN-06).
struct CandidateNames: Sendable {
  var name: String
  var document: String

  /// The candidates of some registrations of a site, by the registrations' keys; one statement, however many they are.
  static func read(
    _ registrations: Set<Int>, sitting: Int, site: String, _ session: any Session
  ) throws -> [Int: CandidateNames] {
    var people: [Int: CandidateNames] = [:]
    if registrations.isEmpty { return people }
    try session.forEach(
      "SELECT id, name, document_number FROM registration WHERE sitting = $1 AND site = $2",
      [.integer(sitting), .text(site)]
    ) { row in
      guard registrations.contains(row.integer(0)) else { return }
      people[row.integer(0)] = CandidateNames(name: row.text(1), document: Masking.shortened(row.text(2)))
    }
    return people
  }
}

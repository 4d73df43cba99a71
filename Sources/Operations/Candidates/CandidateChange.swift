internal import ExamModel
internal import Imports
internal import Storage
public import Tabular

/// 考生操作 — candidates that were chosen for a change, inside the transaction in which it happens. What a change does goes
/// into the trail with it.
struct CandidateChange {
  let sitting: OpenSitting
  /// How many candidates the query finds.
  let matched: Int
  let session: any Session
  let trail: TrailWriter

  /// Who changes.
  var member: String { sitting.user.name }
  /// When, in seconds since 1970.
  var now: Int { sitting.now.secondsSince1970 }

  /// A person's text as records and the trail may hold it: without control characters and without blanks around it.
  static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return TextCleaning.trimmed(String(String.UnicodeScalarView(scalars)))
  }
}

/// 操作结果 — what a change of candidates found and did. Where there are findings nothing was changed.
public struct CandidateOutcome: Sendable {
  /// The most findings that are kept; as many as a screen shows (ERR-03).
  static let mostKept = 1_000

  /// How many candidates the query finds.
  public var matched: Int
  /// How many candidates were changed.
  public var changed = 0
  /// How many entries were removed.
  public var entries = 0
  /// How many registrations were removed.
  public var registrations = 0
  /// How many candidates or entries were passed over, because what was asked does not apply to them.
  public var kept = 0
  /// What keeps the change from being made, the first thousand.
  public private(set) var findings: [Finding] = []
  /// How many findings there are.
  public private(set) var findingsTotal = 0
  /// What changes, field by field; for dry runs only.
  public var changes: [CandidateFieldChange] = []

  /// Nothing done yet.
  init(matched: Int) { self.matched = matched }

  /// Whether the change was refused.
  public var isRefused: Bool { findingsTotal > 0 }

  /// Notes what keeps the change from being made.
  /// - Parameter value: what it is about: an ID number, which is masked, or a site.
  mutating func note(
    _ template: FindingTemplate, _ value: String?, isNumber: Bool = true, _ arguments: [String] = []
  ) {
    findingsTotal += 1
    guard findings.count < Self.mostKept else { return }
    let shown = isNumber ? value.map(Masking.shortened) : value
    findings.append(Finding(template, at: Place(), value: shown, arguments: arguments))
  }
}

/// 字段变化 — one field of one candidate that would change.
public struct CandidateFieldChange: Sendable {
  /// The ID number's last four.
  public var idNumber: String
  /// What people call the field.
  public var field: Wording
  public var old: String?
  public var new: String?
}

extension Office {
  /// Chooses the candidates of a request and changes them in one transaction. The request's organisation must be one that
  /// the user may change now, inside the window for registration (WIN-04).
  func changing<Result: Sendable>(
    _ request: CandidateRequest, _ body: @escaping @Sendable (CandidateChange) throws -> Result
  ) async throws -> Result {
    let sitting = try await open(request.sitting)
    try sitting.requireChange(at: request.site, window: .registration)
    let query = try request.query(sitting)
    return try await database.write { session in
      let matched = try CandidateChoice.make(query, session)
      let trail = TrailWriter(
        session, by: sitting.user.name, at: sitting.now.secondsSince1970, sitting: sitting.id)
      let result = try body(
        CandidateChange(sitting: sitting, matched: matched, session: session, trail: trail))
      try trail.finish()
      return result
    }
  }
}

/// 导出值 — the values that exported records offer; a definition names them in `source` and `order`. Whoever makes records
/// switches over all of them, so that a new one cannot be forgotten.
public enum ExportField: String, Sendable, CaseIterable {
  /// The running number of the record, from 1.
  case number
  case ticket
  case registrationNumber
  case name
  case sex
  case birthDate
  case ethnicity
  case education
  case documentType
  case documentNumber
  case site
  case siteName
  case department
  case major
  case studentNumber
  case `class`
  case phone
  case email
  case subject
  /// All subjects of a registration, joined.
  case subjects
  /// How many subjects a registration has.
  case subjectCount
  case room
  case roomName
  case roomAddress
  case roomKind
  case batch
  case seat
  case examDate
  /// Start and end of the batch: `08:30-10:30`.
  case examTime
  case seats
  case used
  case free
  case score
  case result
  case violation
  case certificate
  /// What happened: of a violation.
  case description
  /// Why it was done: of a cancellation.
  case reason
  /// When it was done.
  case moment
  /// The one-time password of a new account.
  case password
  case remarks
}

/// 考点费用 — what a candidate pays, in fen (SET-06).
public struct FeeTable: Sendable, Equatable, Codable {
  /// 人次费 in fen, once per person.
  public var person: Int
  /// The fee in fen of a subject that has none of its own.
  public var subject: Int
  /// The fees in fen of single subjects, by the subject's code.
  public var subjects: [String: Int]

  /// A fee table; all amounts in fen.
  public init(person: Int, subject: Int, subjects: [String: Int] = [:]) {
    self.person = person
    self.subject = subject
    self.subjects = subjects
  }

  /// The fee in fen of a subject.
  public func fen(forSubject code: String) -> Int {
    subjects[code] ?? subject
  }
}

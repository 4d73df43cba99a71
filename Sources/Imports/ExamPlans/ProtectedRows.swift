internal import Storage
internal import Tabular

/// 受保护的行 — the staged rows whose entries are paid, held, seated, numbered or scored, with what protects them.
struct ProtectedRows {
  /// A staging table of `row_number, entry`.
  let items: String
  private let context: ImportContext

  init(_ context: ImportContext, items: String) {
    self.context = context
    self.items = items
  }

  /// Makes findings of the protections.
  /// - Parameters:
  ///   - wanted: which kinds of protections count; of several of one entry the strongest.
  ///   - finding: of a row, the student's number and the protection of one subject.
  func findings(
    of wanted: (ProtectionFact.Kind) -> Bool = { _ in true }, _ session: any Session,
    _ finding: (_ row: Int?, _ number: String, ProtectionFact) -> Finding
  ) throws -> [Finding] {
    var facts: [(number: String, fact: ProtectionFact)] = []
    try ProtectionTable.forEachDependency(
      entries: "SELECT entry FROM \(items)", sitting: context.sittingID, of: wanted, session
    ) { facts.append(($0, $1)) }
    guard !facts.isEmpty else { return [] }
    var rows: [String: Int] = [:]
    try session.forEach(
      """
      SELECT s.document_number, e.subject, s.row_number FROM \(items) i
      JOIN stage_row s ON s.row_number = i.row_number JOIN entry e ON \(context.record("e", is: "i.entry"))
      """, []
    ) { rows["\($0.text(0)) \($0.text(1))"] = $0.integer(2) }
    return facts.map { number, fact in
      finding(fact.subjects.first.flatMap { rows["\(number) \($0)"] }, number, fact)
    }
  }
}

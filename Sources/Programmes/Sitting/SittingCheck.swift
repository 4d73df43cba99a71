public import Tabular

/// 考次检查 — finds everything in a sitting file that breaks a rule, in one pass (SET-08, ERR-03). Nothing of a file
/// with an error is applied.
public struct SittingCheck {
  let document: SittingDocument
  let terms: SittingTerms
  private(set) var findings: [Finding] = []

  var definition: SittingDefinition { document.definition }

  private init(_ document: SittingDocument, _ terms: SittingTerms) {
    self.document = document
    self.terms = terms
  }

  /// The findings of a sitting file whose programme is not among those that are known: nothing else can be checked
  /// without its subjects and levels.
  /// - Returns: those of its reading, and the programme's own where the file names one; empty for a known programme.
  public static func findings(in document: SittingDocument, known programmes: [String]) -> [Finding] {
    let programme = document.definition.programme
    guard !programmes.contains(programme) else { return [] }
    guard document.isRead("programme") else { return document.findings }
    let unknown = Finding(
      .unknownProgramme, at: document.place("programme"), value: programme,
      arguments: [programme, programmes.joined(separator: ", ")],
      suggestion: NearMatch.of(programme, in: programmes))
    return document.inFileOrder(document.findings + [unknown])
  }

  /// All findings of a sitting file in file order, those of its reading among them. The row of a finding's place is
  /// the line, the column the key path; in a workbook it is the cell.
  public static func findings(in document: SittingDocument, programme: Programme) -> [Finding] {
    let terms = SittingTerms(of: programme, sitting: document.definition)
    var check = SittingCheck(document, terms)
    check.checkIdentity()
    check.checkOrganisations()
    check.checkUsers()
    check.checkWindows()
    check.checkOffers()
    check.checkFees()
    check.checkSites()
    check.checkPlans()
    check.checkCalendar()
    check.checkAccounts()
    return document.inFileOrder(document.findings + check.findings)
  }

  mutating func report(
    _ template: FindingTemplate, at path: String, value: String? = nil, arguments: [String] = [],
    suggestion: @autoclosure () -> String? = nil
  ) {
    // Looking for near matches is work; nobody needs it a thousand times.
    let suggestion = findings.count < 1_000 ? suggestion() : nil
    findings.append(
      Finding(
        template, at: document.place(path), value: value, arguments: arguments, suggestion: suggestion))
  }

  /// Whether an organisation above `code` has something under a key of the file, or under a key of that, which could
  /// not be read. What would lie inside it is then not blamed for what nobody knows.
  func isUnreadAbove(_ code: String, in section: String, key: String? = nil) -> Bool {
    if document.isUnread(section) { return true }
    return definition.upwards(from: code).contains { above in
      guard above != code else { return false }
      let path = "\(section).\(above)"
      return document.isUnread(path) || (key.map { document.isUnread("\(path).\($0)") } ?? false)
    }
  }

  /// The entries of a dictionary in the order of their keys, so that findings of one line come in a fixed order.
  static func sorted<Value>(_ values: [String: Value]) -> [(key: String, value: Value)] {
    values.sorted { $0.key < $1.key }
  }
}

internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 填反的两格 — a row whose name cell holds a good ID number and whose number cell a name. It is said once a row instead
/// of as two faults that hide what happened, and once for the file where most of its rows are so.
struct SwappedCells: Sendable {
  private let binding: FieldBinding
  private let name: Int
  private let number: Int
  private let documentType: Int?
  private let regions: RegionCodes
  private let today: CalendarDate

  /// Nil where a file has not both columns.
  init?(_ binding: FieldBinding, _ context: ImportContext) {
    guard let (name, number) = Self.columns(binding) else { return nil }
    self.binding = binding
    self.name = name
    self.number = number
    documentType = binding.index(of: "documentType")
    regions = context.programme.regions
    today = context.now.date
  }

  private static func columns(_ binding: FieldBinding) -> (name: Int, number: Int)? {
    let columns = binding.layout.columns
    guard let name = columns.firstIndex(where: { $0.type == .name }), binding.positions[name] != nil,
      let number = columns.firstIndex(where: { $0.type == .document }), binding.positions[number] != nil
    else { return nil }
    return (name, number)
  }

  func check(_ row: inout DecodedRow) {
    // Hardly a name begins with a digit, so that a good row ends here.
    guard let first = row.values[name]?.unicodeScalars.first, first.properties.numericType != nil,
      let text = row.values[name], let other = row.values[number], isName(other), isNumber(text, row)
    else { return }
    row.discard(at: name, in: binding)
    row.discard(at: number, in: binding)
    row.note(FormRules.swapped, at: number, in: binding, value: other)
  }

  private func isName(_ text: String) -> Bool {
    text.unicodeScalars.count >= 2
      && text.unicodeScalars.allSatisfy { $0.properties.numericType == nil || $0.value > 0x7F }
      && PersonName.read(text).faults.isDisjoint(with: .invisible)
  }

  private func isNumber(_ text: String, _ row: DecodedRow) -> Bool {
    let type = row[documentType].flatMap(DocumentType.init(rawValue:)) ?? .residentCard
    guard type.hasCheckCharacter else { return false }
    let number = type.stored(TextCleaning.cleaned(text) ?? text)
    return type.read(number, regions: regions, today: today).faults.isSubset(of: .region)
  }

  /// One warning at the heading where most rows are swapped; each of them is an error besides.
  static func judgeColumns(_ binding: FieldBinding, _ session: any Session) throws -> [Finding] {
    guard let (_, number) = columns(binding) else { return [] }
    let counts = try session.first(
      """
      SELECT (SELECT count(*) FROM \(StagedFindings.table) WHERE code = $1), count(*) FROM \(StagingTable.name)
      """, [.text(FormRules.swapped.code)]
    ) { (swapped: $0.integer(0), rows: $0.integer(1)) }
    guard let counts, counts.swapped > 1, counts.swapped * 2 > counts.rows else { return [] }
    let place = Place(
      row: binding.headerRow, column: binding.layout.columns[number].heading,
      columnIndex: binding.positions[number])
    return [
      Finding(
        HeaderRules.swapped, at: place, arguments: [String(counts.swapped), String(counts.rows)])
    ]
  }
}

internal import ExamModel
internal import Programmes
internal import Tabular

/// Reads the cells of one column. What it needs to know about the column is settled once for a file; it is a class so that
/// a row's cells do not each copy that.
final class CellDecoder: Sendable {
  let isIgnored: Bool
  let column: LayoutColumn
  let codes: CodeLookup?
  private let index: Int
  private let binding: FieldBinding
  private let suggestions = KnownSuggestions()
  private let documentTypeIndex: Int?
  private let fixesWidth: Bool
  private let countsFrom1904: Bool

  init(index: Int, binding: FieldBinding, context: ImportContext, countsFrom1904: Bool) {
    self.index = index
    self.binding = binding
    column = binding.layout.columns[index]
    isIgnored = column.type == .ignored
    codes = column.table.flatMap { context.programme.codes(of: $0, sitting: context.sitting.number) }
    documentTypeIndex = binding.index(of: "documentType")
    fixesWidth = context.options.fixesWidth
    self.countsFrom1904 = countsFrom1904
  }

  /// Reads a cell into the row.
  /// - Returns: whether the cell holds anything.
  func decode(_ cell: RawCell, text: String, into row: inout DecodedRow) -> Bool {
    if cell.kind == .error {
      note(FormRules.formula, text, &row, arguments: [text])
      row.isUnreadable[index] = true
      return true
    }
    // A ticket number that has lost its last digit may be another candidate's.
    if cell.kind == .lossyNumber {
      note(IdentityRules.lossy, text, &row, arguments: [text])
      row.isUnreadable[index] = true
      return true
    }
    if column.type == .document { return decodeDocument(cell, text, &row) }
    let value = Self.trimmed(text)
    guard !value.isEmpty else { return false }
    switch read(value, cell) {
    case .success(let stored):
      row.values[index] = stored
      checkLength(stored, &row)
    case .failure(let fault):
      row.isUnreadable[index] = true
      let meant = suggestions.suggestion(for: value) { suggestion(for: value) }
      note(fault.template, value, &row, arguments: fault.arguments, suggestion: meant)
    }
    if column.type == .name { checkName(text, &row) }
    if column.type == .email { checkEnding(of: value, &row) }
    return true
  }

  private struct Fault: Error {
    var template: FindingTemplate
    var arguments: [String] = []
  }

  private func read(_ value: String, _ cell: RawCell) -> Result<String, Fault> {
    switch column.type {
    case .code, .codes: return readCodes(value)
    case .date: return readDate(value, cell).map(\.iso)
    case .time:
      return TimeOfDay(value).map { .success(String($0.minutes)) }
        ?? .failure(Fault(template: FormRules.time))
    case .moment:
      return Instant(value).map { .success(String($0.secondsSince1970)) }
        ?? .failure(Fault(template: FormRules.date))
    case .digits, .integer:
      let areDigits = value.utf8.allSatisfy { $0 &- 0x30 <= 9 } && value.utf8.count <= 18
      return areDigits ? .success(value) : .failure(Fault(template: FormRules.number))
    case .decimal, .money:
      return Hundredths(value).map { .success(String($0.value)) }
        ?? .failure(Fault(template: FormRules.number))
    case .phone:
      return PhoneNumber.isValid(value) ? .success(value) : .failure(Fault(template: FormRules.phone))
    case .email:
      return EmailAddress.isValid(value) ? .success(value) : .failure(Fault(template: FormRules.email))
    case .text, .name, .document, .ignored: return .success(value)
    }
  }

  private func readCodes(_ value: String) -> Result<String, Fault> {
    guard let codes else { return .success(value) }
    if column.type == .code, let code = codes.code(of: value) { return .success(code) }
    let unknown = Fault(template: FormRules.code, arguments: [codes.table.title])
    var found: [String] = []
    for part in codeParts(of: value) {
      guard let code = codes.code(of: part) else { return .failure(unknown) }
      found.append(code)
    }
    return .success(found.joined(separator: ","))
  }

  /// The codes of a cell as they stand there: several where the column holds several.
  func codeParts(of value: String) -> [String] {
    guard column.type == .codes else { return [value] }
    return value.split { ",;；、，".contains($0) }.map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// A date in any spelling, or the bare serial number that a date becomes when its format is lost.
  private func readDate(_ value: String, _ cell: RawCell) -> Result<CalendarDate, Fault> {
    let day = cell.kind == .date ? String(value.prefix(10)) : value
    if let date = CalendarDate(day) { return .success(date) }
    if cell.kind == .number, let serial = Int(value), (1...99_999).contains(serial),
      let date = CalendarDate(serial: serial, countsFrom1904: countsFrom1904)
    {
      return .success(date)
    }
    return .failure(Fault(template: FormRules.date))
  }

  /// IDN-03 and IDN-04: the number is kept as it was typed unless its cleaning was asked for.
  private func decodeDocument(_ cell: RawCell, _ text: String, _ row: inout DecodedRow) -> Bool {
    guard !Self.trimmed(text).isEmpty else { return false }
    if Self.isExponential(text) {
      row.isUnreadable[index] = true
      note(IdentityRules.lossy, text, &row, arguments: [text])
      return true
    }
    let type = row[documentTypeIndex].flatMap(DocumentType.init(rawValue:)) ?? .residentCard
    var value = text
    if let clean = TextCleaning.cleaned(text, keepsInnerBlanks: type.isFreeText) {
      if !fixesWidth { note(IdentityRules.width, text, &row, suggestion: clean) }
      value = clean
    }
    row.values[index] = type.stored(value)
    return true
  }

  /// Whether a text is what a spreadsheet leaves of a long number when it saves a CSV file: `9.90701E+17`. No
  /// document's number looks so.
  private static func isExponential(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "+")) else { return false }
    let parts = trimmed(text).split(separator: "E+", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first?.isWholeNumber == true, !parts[1].isEmpty else { return false }
    return parts[0].allSatisfy { $0 == "." || $0.isWholeNumber } && parts[1].allSatisfy(\.isWholeNumber)
  }

  private func checkName(_ text: String, _ row: inout DecodedRow) {
    let reading = PersonName.read(text)
    if reading.faults.contains(.separator) {
      note(FormRules.separator, text, &row, suggestion: reading.suggestion)
    }
    if !reading.faults.isDisjoint(with: [.blank, .invisible]) {
      note(FormRules.blank, text, &row, suggestion: reading.suggestion)
    }
  }

  /// An address that no mail can reach has the form of one; it is taken, and said.
  private func checkEnding(of value: String, _ row: inout DecodedRow) {
    guard EmailAddress.endsMistyped(value.utf8.span), !row.isUnreadable[index] else { return }
    note(FormRules.emailEnding, value, &row, suggestion: Suggestion.email(value))
  }

  private func checkLength(_ value: String, _ row: inout DecodedRow) {
    // Bytes are never fewer than characters, and cost nothing to count.
    guard let most = column.most, value.utf8.count > most else { return }
    let count = value.unicodeScalars.count
    if count > most { note(FormRules.length, value, &row, arguments: [String(count), String(most)]) }
  }

  private func note(
    _ template: FindingTemplate, _ value: String, _ row: inout DecodedRow, arguments: [String] = [],
    suggestion: String? = nil
  ) {
    row.note(template, at: index, in: binding, value: value, arguments: arguments, suggestion: suggestion)
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isBlank(first) || isBlank(last)
    else { return text }
    return TextCleaning.trimmed(text)
  }

  /// Whether a character is white space; the property's own look-up is what a cell would otherwise cost most.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    // The ideographs of names and places are never white space.
    if (0x3400...0x9FFF).contains(value) { return false }
    return scalar.properties.isWhitespace
  }
}

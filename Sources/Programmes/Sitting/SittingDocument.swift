public import ExamModel
public import Tabular

/// 考次文件内容 — a sitting file that was read: the definition, what was wrong with its form, and the line of every
/// key, so that later checks can point into the file.
///
/// Where a value could not be read the definition has a harmless one in its place; the finding is what counts.
public struct SittingDocument: Sendable {
  /// What the file says; what it leaves to the sitting before it, once that was filled in.
  public private(set) var definition: SittingDefinition
  /// The settlement accounts that the file names, in its order; nil where it leaves them as they are (ORG-04).
  public var accounts: [OrganisationAccount]? { readAccounts?.map(\.value) }
  /// The earlier sitting from which a new one takes what the file leaves out (ORG-04).
  public let copyFrom: String?
  /// What could not be read as what it should be, in file order.
  public let findings: [Finding]
  let readAccounts: [Account]?
  /// The cells of a workbook; nil for a text.
  private let places: SheetPlaces?
  /// The line of each key path, or the number of its cell.
  private let lines: [String: Int]
  /// The key paths whose values could not be read.
  private let unread: Set<String>

  init(
    definition: SittingDefinition, accounts: [Account]? = nil, copyFrom: String? = nil, findings: [Finding],
    places: SheetPlaces? = nil, lines: [String: Int], unread: Set<String>
  ) {
    self.definition = definition
    readAccounts = accounts
    self.copyFrom = copyFrom
    self.findings = Self.inFileOrder(findings, isWorkbook: places != nil)
    self.places = places
    self.lines = lines
    self.unread = unread
  }

  /// 文件中的账户 — a settlement account and its key path.
  struct Account: Sendable {
    var path: String
    var value: OrganisationAccount
  }

  /// The place of a key path such as `sites.990701.capacity.total`. For one that is not in the file it is the line of
  /// the nearest key above that is. In a workbook it is that key's cell.
  public func place(_ path: String) -> Place {
    var prefix = path
    while lines[prefix] == nil, let dot = prefix.lastIndex(of: ".") {
      prefix = String(prefix[..<dot])
    }
    if let places { return places.place(lines[prefix] ?? SheetPlaces.number(sheet: 0, row: 1, column: 0)) }
    return Place(row: lines[prefix] ?? 1, column: path)
  }

  /// What people call a section: its key in a text, its sheet in a workbook.
  func title(ofSection key: String) -> String {
    places == nil ? key : SittingSheet.all.first { $0.key == key }?.name ?? key
  }

  /// What people call a key: the key itself in a text, its heading in a workbook.
  func title(ofKey key: String, at path: String) -> String {
    places == nil ? key : place(path).column ?? key
  }

  /// The document with the organisations and users of an earlier definition where the file has no such section: of the
  /// sitting as it is stored, or of the one that it is copied from (ORG-04).
  public func completed(from earlier: SittingDefinition?) -> SittingDocument {
    guard let earlier else { return self }
    var whole = self
    if lines["organisations"] == nil { whole.definition.organisations = earlier.organisations }
    if lines["users"] == nil { whole.definition.users = earlier.users }
    return whole
  }

  /// Whether the file has something at a key path, readable or not.
  func has(_ path: String) -> Bool { lines[path] != nil }

  /// Whether the file says something at a key path that could be read; what could not be read has its finding
  /// already.
  func isRead(_ path: String) -> Bool {
    lines[path] != nil && !unread.contains(path)
  }

  /// Whether the file says something at a key path that could not be read.
  func isUnread(_ path: String) -> Bool { unread.contains(path) }

  /// Findings by their lines or cells; those of one place in the order in which they were found.
  public func inFileOrder(_ findings: [Finding]) -> [Finding] {
    Self.inFileOrder(findings, isWorkbook: places != nil)
  }

  private static func inFileOrder(_ findings: [Finding], isWorkbook: Bool) -> [Finding] {
    func isBefore(_ first: Place, _ second: Place) -> Bool {
      isWorkbook ? SheetPlaces.isBefore(first, second) : (first.row ?? 0) < (second.row ?? 0)
    }
    return findings.enumerated().sorted { first, second in
      if isBefore(first.element.place, second.element.place) { return true }
      if isBefore(second.element.place, first.element.place) { return false }
      return first.offset < second.offset
    }.map(\.element)
  }
}

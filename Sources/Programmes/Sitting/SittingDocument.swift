public import Tabular

/// 考次文件内容 — a sitting file that was read: the definition, what was wrong with its form, and the line of every
/// key, so that later checks can point into the file.
///
/// Where a value could not be read the definition has a harmless one in its place; the finding is what counts.
public struct SittingDocument: Sendable {
  /// What the file says; what it leaves to the sitting before it, once that was filled in.
  public private(set) var definition: SittingDefinition
  /// The earlier sitting from which a new one takes what the file leaves out (ORG-04).
  public let copyFrom: String?
  /// What could not be read as what it should be, in file order.
  public let findings: [Finding]
  /// The line of each key path.
  private let lines: [String: Int]
  /// The key paths whose values could not be read.
  private let unread: Set<String>

  init(
    definition: SittingDefinition, copyFrom: String? = nil, findings: [Finding], lines: [String: Int],
    unread: Set<String>
  ) {
    self.definition = definition
    self.copyFrom = copyFrom
    self.findings = Self.inFileOrder(findings)
    self.lines = lines
    self.unread = unread
  }

  /// The place of a key path such as `sites.990701.capacity.total`. For one that is not in the file it is the line of
  /// the nearest key above that is.
  public func place(_ path: String) -> Place {
    var prefix = path
    while lines[prefix] == nil, let dot = prefix.lastIndex(of: ".") {
      prefix = String(prefix[..<dot])
    }
    return Place(row: lines[prefix] ?? 1, column: path)
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

  /// Findings by their lines; those of one line in the order in which they were found.
  public static func inFileOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated()
      .sorted { ($0.element.place.row ?? 0, $0.offset) < ($1.element.place.row ?? 0, $1.offset) }
      .map(\.element)
  }
}

public import Tabular

/// 考次文件内容 — a sitting file that was read: the definition, what was wrong with its form, and the line of every
/// key, so that later checks can point into the file.
///
/// Where a value could not be read the definition has a harmless one in its place; the finding is what counts.
public struct SittingDocument: Sendable {
  /// What the file says.
  public let definition: SittingDefinition
  /// What could not be read as what it should be, in file order.
  public let findings: [Finding]
  /// The line of each key path.
  private let lines: [String: Int]
  /// The key paths whose values could not be read.
  private let unread: Set<String>

  init(definition: SittingDefinition, findings: [Finding], lines: [String: Int], unread: Set<String>) {
    self.definition = definition
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

  /// Whether the file says something at a key path that could be read; what could not be read has its finding
  /// already.
  func isRead(_ path: String) -> Bool {
    lines[path] != nil && !unread.contains(path)
  }

  /// Whether the file says something at a key path that could not be read.
  func isUnread(_ path: String) -> Bool { unread.contains(path) }

  /// Findings by their lines; those of one line in the order in which they were found.
  static func inFileOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated()
      .sorted { ($0.element.place.row ?? 0, $0.offset) < ($1.element.place.row ?? 0, $1.offset) }
      .map(\.element)
  }
}

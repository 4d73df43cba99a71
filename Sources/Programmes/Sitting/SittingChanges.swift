/// 考次变更 — what loading a sitting file again would change (SET-08).
public struct SittingChanges: Sendable, Equatable {
  /// One value that differs.
  public struct Change: Sendable, Equatable, Codable {
    /// Where it stands in a sitting file: `sites.990701.capacity.total`.
    public var path: String
    /// What holds now; nil where nothing does.
    public var old: String?
    /// What would hold; nil where nothing would.
    public var new: String?

    /// A change.
    public init(path: String, old: String?, new: String?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// The changes in the order of a sitting file's sections, sorted by path inside each.
  public let list: [Change]

  /// Whether nothing would change.
  public var isEmpty: Bool { list.isEmpty }

  /// The changes from one definition to another; from nil everything is new.
  public init(from old: SittingDefinition?, to new: SittingDefinition) {
    let before = old?.outline ?? []
    let after = new.outline
    let beforeTexts = Self.texts(before)
    let afterTexts = Self.texts(after)
    var sections: [String: Int] = [:]
    for line in after + before { sections[line.path] = line.section }
    list =
      sections
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .compactMap { path, _ in
        let change = Change(path: path, old: beforeTexts[path], new: afterTexts[path])
        return change.old == change.new ? nil : change
      }
  }

  private static func texts(_ outline: [SittingDefinition.OutlineLine]) -> [String: String] {
    Dictionary(outline.map { ($0.path, $0.text) }) { first, _ in first }
  }
}

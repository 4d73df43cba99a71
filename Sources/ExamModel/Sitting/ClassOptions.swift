/// 班级选项 — the classes that a site's candidates choose from (SET-05). Without any, every class is taken.
public struct ClassOptions: Sendable, Equatable, Codable {
  /// The classes in their order.
  public var names: [String]

  /// The classes of a text such as `会计一班;会计二班；管理一班`: split on both semicolons, blanks around them
  /// trimmed, empty ones dropped. A class that is named twice stays twice.
  public init(splitting text: String) {
    names = text.split { $0 == ";" || $0 == "；" }.map(Self.trimmed).filter { !$0.isEmpty }
  }

  /// The classes that are named more than once, each once, in order.
  public var doubled: [String] {
    var seen: Set<String> = []
    var doubled: [String] = []
    for name in names where !seen.insert(name).inserted && !doubled.contains(name) {
      doubled.append(name)
    }
    return doubled
  }

  /// Whether a candidate may be of a class.
  public func allows(_ name: String) -> Bool {
    names.isEmpty || names.contains(name)
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0.isWhitespace }
    return String(
      front.prefix(upTo: front.lastIndex { !$0.isWhitespace }.map(front.index(after:)) ?? front.startIndex))
  }
}

/// 班级选项 — the classes that a site's candidates choose from (SET-05). Without any, every class is taken.
public struct ClassOptions: Sendable, Equatable, Codable {
  /// The classes in their order.
  public var names: [String]

  /// The classes of a text such as `会计一班;会计二班；管理一班`: split on both semicolons, blanks around them
  /// trimmed, empty ones dropped. A class that is named twice stays twice.
  public init(splitting text: String) {
    names = text.split { $0 == ";" || $0 == "；" }.map { TextCleaning.trimmed(String($0)) }.filter {
      !$0.isEmpty
    }
  }

  /// The classes that are named more than once, each once, in order.
  public var doubled: [String] {
    var counts: [String: Int] = [:]
    var doubled: [String] = []
    for name in names {
      counts[name, default: 0] += 1
      if counts[name] == 2 { doubled.append(name) }
    }
    return doubled
  }

  /// Whether a candidate may be of a class.
  public func allows(_ name: String) -> Bool {
    names.isEmpty || names.contains(name)
  }
}

import Tabular

/// 关系 — what one part of a package refers to.
struct Relationships {
  /// What a part is to the one that refers to it: the last word of the relationship's type, the same in the
  /// transitional and in the strict form.
  private(set) var targets: [(id: String, type: String, part: String)] = []

  /// No relationships.
  init() {}

  /// Reads the relationships of the part `source`; those that lead out of the package are left out.
  init(_ bytes: [UInt8], part: String, source: String, limits: XMLLimits) throws(FileError) {
    let found = Found()
    try SmallPart.read(bytes, part: part, limits: limits) { element throws(FileError) in
      guard element.name == "Relationship", element["TargetMode"] != "External",
        let id = element["Id"], let type = element["Type"], let target = element["Target"]
      else { return }
      guard let path = PartPath.resolve(target, from: source) else {
        throw .partMalformed(part, zh: "有关系指到包外", en: "a relationship leads out of the package")
      }
      found.targets.append((id, type.split(separator: "/").last.map(String.init) ?? "", path))
    }
    targets = found.targets
  }

  /// The first part of a type.
  func part(ofType type: String) -> String? {
    targets.first { $0.type == type }?.part
  }

  private final class Found {
    var targets: [(id: String, type: String, part: String)] = []
  }
}

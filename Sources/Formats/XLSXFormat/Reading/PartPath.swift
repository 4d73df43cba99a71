/// 部件路径 — where in the package a relationship points.
enum PartPath {
  /// The path of a target as a relationship of the part `source` gives it: absolute (`/xl/styles.xml`) or relative
  /// (`worksheets/sheet1.xml`, `../styles.xml`), with backslashes taken for slashes as some programs write them.
  /// - Returns: nil where it points out of the package.
  static func resolve(_ target: String, from source: String) -> String? {
    let path = decoded(target.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/"))
    var parts: [Substring] = []
    if !path.hasPrefix("/") { parts = source.split(separator: "/").dropLast() }
    for step in path.split(separator: "/") where step != "." {
      if step != ".." {
        parts.append(step)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// The part that holds the relationships of a part: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func relationships(of part: String) -> String {
    var steps = part.split(separator: "/").map(String.init)
    let name = steps.popLast() ?? ""
    return (steps + ["_rels", "\(name).rels"]).joined(separator: "/")
  }

  /// `%20` and its like resolved; what is no UTF-8 then stays as it is.
  private static func decoded(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexValue),
        let low = rest.dropFirst().first.flatMap(hexValue)
      {
        bytes.append(UInt8(high << 4 | low))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? path
  }
}

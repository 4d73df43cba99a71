/// 文件命名 — makes names of files from classes and departments, which people write as they like: every system can have a
/// file of the name, and no two files get the same.
struct DocumentNames {
  private var taken: Set<String> = []

  mutating func name(for text: String) -> String {
    var name = String(String.UnicodeScalarView(text.unicodeScalars.map { Self.isFit($0) ? $0 : "_" }))
    while let last = name.last, last == "." || last.isWhitespace { name.removeLast() }
    while name.utf8.count > 120 { name.removeLast() }
    if name.isEmpty || name.hasPrefix(".") { name = "_" + name }
    var free = name
    var number = 1
    // Some systems take capitals for small letters.
    while !taken.insert(free.lowercased()).inserted {
      number += 1
      free = "\(name)-\(number)"
    }
    return free
  }

  private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0x7F && !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
      && !scalar.properties.isDefaultIgnorableCodePoint
  }
}

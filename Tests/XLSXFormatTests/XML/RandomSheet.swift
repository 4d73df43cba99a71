import TestKit

/// A random sheet: valid XML, written in every way that XML allows.
struct RandomSheet {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func make() -> String {
    let prefix = chance(3) ? "x:" : ""
    let binding = prefix.isEmpty ? "xmlns" : "xmlns:x"
    var rows = ""
    var number = 0
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let step = chance(4) ? Int.random(in: 2...40, using: &random) : 1
      number += step
      let reference = step == 1 && chance(2) ? "" : attribute("r", "\(number)")
      rows += element(
        prefix + "row", [reference, chance(3) ? attribute("spans", "1:9") : ""], cells(prefix, number))
    }
    let data = element(prefix + "sheetData", [], rows)
    let sheet = element(prefix + "worksheet", [attribute(binding, TestBook.main)], noise() + data + noise())
    return chance(2) ? "<?xml version='1.0' encoding='utf-8'?>\n" + sheet : sheet
  }

  private mutating func cells(_ prefix: String, _ row: Int) -> String {
    var cells = ""
    var column = -1
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let step = chance(4) ? Int.random(in: 2...60, using: &random) : 1
      column += step
      let address = letters(column) + "\(row)"
      let reference = step == 1 && chance(3) ? "" : attribute("r", address)
      let style = chance(2) ? attribute("s", "0") : ""
      let isNumber = chance(3)
      let type = isNumber ? "n" : chance(2) ? "str" : "inlineStr"
      let kind = isNumber && chance(2) ? "" : attribute("t", type)
      let formula = chance(4) && !isNumber ? element(prefix + "f", [], "A1&lt;B1") : ""
      cells += noise()
      cells += element(
        prefix + "c", [reference, kind, style].shuffled(using: &random), formula + value(prefix, type))
    }
    return cells + noise()
  }

  private mutating func value(_ prefix: String, _ type: String) -> String {
    switch type {
    case "n": return element(prefix + "v", [], "\(Int.random(in: 1...99_999, using: &random))")
    case "str": return element(prefix + "v", [], text())
    default:
      if chance(2) { return element(prefix + "is", [], element(prefix + "t", [], text())) }
      let run = element(prefix + "r", [], "<\(prefix)rPr/>" + element(prefix + "t", [], text()))
      let phonetic = element(prefix + "rPh", [], element(prefix + "t", [], "no"))
      return element(prefix + "is", [], run + run + phonetic)
    }
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "中文", "😀", "&amp;", "&lt;", "&#x4e2d;", "&#20013;", "<![CDATA[<&]]>", "<!-- no -->", "<?no no?>",
      "\r\n",
      "\n", " ", "]]-", "\"", "'", ">",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  /// What may stand between elements and means nothing.
  private mutating func noise() -> String {
    let pieces = [
      "", "", "", " \n", "<!-- <c r=\"A1\"> -->", "<?p <c?>", "<o:c xmlns:o='urn:o'><o:v>9</o:v></o:c>",
    ]
    return pieces.randomElement(using: &random) ?? ""
  }

  private mutating func element(_ name: String, _ attributes: [String], _ content: String) -> String {
    let tag = name + attributes.joined() + (chance(4) ? " \n" : "")
    return content.isEmpty && chance(2) ? "<\(tag)/>" : "<\(tag)>\(content)</\(name)\(chance(5) ? " " : "")>"
  }

  private mutating func attribute(_ name: String, _ value: String) -> String {
    let quote = chance(3) ? "'" : "\""
    return (chance(5) ? "\n  " : " ") + name + (chance(6) ? " = " : "=") + quote + value + quote
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private func letters(_ column: Int) -> String {
    column < 26
      ? String(UnicodeScalar(UInt8(65 + column))) : letters(column / 26 - 1) + letters(column % 26)
  }
}

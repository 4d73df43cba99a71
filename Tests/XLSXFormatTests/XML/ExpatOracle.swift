import CExpat
import Tabular

/// A second reader of sheets, slow and plain, over expat: what the scanner finds must be what it finds. It knows
/// inline and formula strings and whole numbers.
final class ExpatOracle {
  private var rows: [TestRow] = []
  private var path: [String] = []
  private var text = ""
  private var type = ""
  private var column = -1
  private var isFormula = false

  /// The rows of a sheet; nil where expat refuses the XML.
  static func rows(_ bytes: [UInt8]) -> [TestRow]? {
    guard let parser = XML_ParserCreateNS(nil, CChar(UInt8(ascii: "|"))) else { return nil }
    defer { XML_ParserFree(parser) }
    let oracle = ExpatOracle()
    XML_SetUserData(parser, Unmanaged.passUnretained(oracle).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let name else { return }
        var pairs: [String: String] = [:]
        var index = 0
        while let key = attributes?[index], let value = attributes?[index + 1] {
          pairs[String(cString: key)] = String(cString: value)
          index += 2
        }
        ExpatOracle.of(user)?.open(String(cString: name), pairs)
      }, { user, _ in ExpatOracle.of(user)?.close() })
    XML_SetCharacterDataHandler(parser) { user, bytes, count in
      guard let bytes else { return }
      let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      ExpatOracle.of(user)?.add(String(decoding: raw, as: UTF8.self))
    }
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count), 1)
    }
    return withExtendedLifetime(oracle) {
      status == XML_STATUS_OK ? oracle.rows.filter { !$0.cells.isEmpty } : nil
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> ExpatOracle? {
    user.map { Unmanaged<ExpatOracle>.fromOpaque($0).takeUnretainedValue() }
  }

  private func open(_ name: String, _ attributes: [String: String]) {
    let isOurs = name.hasPrefix("\(TestBook.main)|")
    path.append(isOurs ? String(name.dropFirst(TestBook.main.count + 1)) : "-")
    switch path.dropFirst(2).joined(separator: "/") {
    case "row":
      rows.append(
        TestRow(number: attributes["r"].flatMap { Int($0) } ?? (rows.last?.number ?? 0) + 1, cells: []))
      column = -1
    case "row/c":
      let letters = attributes["r"].map { $0.prefix { $0.isLetter } }
      column = letters.map { $0.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1 } ?? column + 1
      type = attributes["t"] ?? "n"
      text = ""
      isFormula = false
    case "row/c/f": isFormula = true
    default: break
    }
  }

  private func add(_ characters: String) {
    let place = path.dropFirst(2).joined(separator: "/")
    if ["row/c/v", "row/c/is/t", "row/c/is/r/t"].contains(place) { text += characters }
  }

  private func close() {
    if path.dropFirst(2).joined(separator: "/") == "row/c", !text.isEmpty {
      rows[rows.count - 1].cells.append(
        TestCell(column: column, text: text, kind: type == "n" ? .number : .text, isFormula: isFormula))
    }
    path.removeLast()
  }
}

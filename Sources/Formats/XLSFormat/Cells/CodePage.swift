import Files
import Tabular

/// 代码页 — turns the bytes of Excel 5 and 95 texts into UTF-8.
final class CodePage {
  private let converter: CharacterConverter?

  /// A code page by the number that the workbook gives; one that is not known reads ASCII alone.
  init(_ number: Int) {
    // 32768 and 32769 are numbers of old Macs and of Excel 4.
    let names = [32_768: "MACINTOSH", 32_769: "CP1252", 54_936: "GB18030"]
    converter = CharacterConverter(from: names[number] ?? "CP\(number)", to: "UTF-8")
  }

  /// Adds a text.
  /// - Returns: false, with nothing added, where the code page does not have it.
  func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Bool {
    if text.allSatisfy({ $0 < 0x80 }) {
      bytes += text
      return true
    }
    // No character of any code page takes over four bytes.
    var output = [UInt8](repeating: 0, count: 4 * text.count)
    let count = output.withUnsafeMutableBytes { output in
      text.withUnsafeBytes { converter?.convert($0, into: output) }
    }
    guard let count else { return false }
    bytes += output[..<count]
    return true
  }
}

internal import CPango
internal import CZint
public import Tabular

/// 条形码 — a text as the bars of Code 128 (ISO/IEC 15417).
public struct BarCode: Sendable, Equatable {
  /// The modules from left to right; true is a bar. The quiet zones beside them are not among them.
  public let modules: [Bool]
  /// How many modules must stay free on each side.
  public static let quietZone = 10

  /// The bars of a text.
  /// - Throws: `.unsupported` for a text that is empty, over 60 characters, or not of printable ASCII characters.
  public init(_ text: String) throws(FileError) {
    let bytes = Array(text.utf8)
    guard (1...60).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) }),
      let symbol = ZBarcode_Create()
    else { throw Self.unfit("1–60 × ASCII") }
    defer { ZBarcode_Delete(symbol) }
    symbol.pointee.symbology = BARCODE_CODE128
    guard ZBarcode_Encode(symbol, bytes, CInt(bytes.count)) < ZINT_ERROR else {
      throw Self.unfit(String(cString: kaowu_symbol_message(symbol)))
    }
    modules = (0..<symbol.pointee.width).map { kaowu_symbol_bit(symbol, $0) != 0 }
  }

  /// The bars as runs of modules.
  var bars: [Range<Int>] {
    var bars: [Range<Int>] = []
    for (index, isBar) in modules.enumerated() where isBar {
      if let last = bars.last, last.upperBound == index {
        bars[bars.count - 1] = last.lowerBound..<index + 1
      } else {
        bars.append(index..<index + 1)
      }
    }
    return bars
  }

  private static func unfit(_ reason: String) -> FileError {
    FileError(
      .unsupported, zh: "内容不能写成条形码（\(reason)）。请检查版面定义里 barcode 的内容。",
      en: "The text cannot be written as a bar code (\(reason)). Check what the layout puts into it.")
  }
}

extension DocumentWriter {
  /// Draws a bar code over the whole height of a box, its quiet zones inside.
  public func barCode(_ code: BarCode, in box: PageBox) {
    Drawing.begin()
    defer { Drawing.end() }
    let module = points(box.width) / Double(code.modules.count + 2 * BarCode.quietZone)
    for bar in code.bars {
      cairo_rectangle(
        cairo, points(box.x) + Double(bar.lowerBound + BarCode.quietZone) * module, points(box.y),
        Double(bar.count) * module, points(box.height))
    }
    cairo_fill(cairo)
  }
}

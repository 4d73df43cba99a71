import Tabular

/// 批注框 — the part with the boxes in which spreadsheets show comments: a drawing in VML, a shape for each. They are
/// hidden until the pointer rests on the cell. Shapes that are there stay, boxes of comments and controls alike.
struct CommentBoxes {
  private static let namespaces = [
    ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
  ]
  /// Spreadsheets number shapes in blocks of so many; a drawing has blocks of its own.
  private static let blockSize = 1_024
  /// The first block of a new drawing, beyond those that other drawings use.
  private static let firstBlock = 64

  /// What stands before the new shapes, and what behind them.
  private let head: [UInt8]
  private let tail: [UInt8]
  private let firstNumber: Int
  /// The declarations that shapes need because the drawing lacks them.
  private let declarations: String

  /// A new drawing for so many boxes.
  init(count: Int) {
    let first = Self.firstBlock
    let blocks = (first...first + count / Self.blockSize).map(String.init).joined(separator: ",")
    let names = Self.namespaces.map { " xmlns:\($0)=\"\($1)\"" }.joined()
    head = Array(
      """
      <xml\(names)><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="\(blocks)"/></o:shapelayout>\
      \(Self.shapeType)
      """.utf8)
    tail = Array("</xml>".utf8)
    firstNumber = first * Self.blockSize + 1
    declarations = ""
  }

  /// A drawing that is there. VML is no strict XML, so it is only looked through for its last tag and its numbers.
  /// - Throws: `.damaged` where it has no end.
  init(_ bytes: [UInt8], part: String) throws(FileError) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = bytes.lastRange(of: "</") else {
      throw .partMalformed(part, zh: "批注框的绘图没有结尾", en: "the drawing of the comments' boxes has no end")
    }
    let missing = Self.namespaces.filter { !text.contains("xmlns:\($0)=") }
    declarations = missing.map { " xmlns:\($0)=\"\($1)\"" }.joined()
    let hasType = text.contains("\"_x0000_t202\"") || text.contains("'_x0000_t202'")
    head = bytes[..<end] + (hasType ? [] : Array(Self.shapeType(declarations).utf8))
    tail = Array(bytes[end...])
    firstNumber = (Self.largestNumber(bytes) / Self.blockSize + 1) * Self.blockSize + 1
  }

  /// Writes the drawing with a box for each of these cells.
  func write(_ cells: [CommentBook.Cell], to sink: any ByteSink) throws(FileError) {
    var sink = sink
    try sink.write(head)
    for (index, cell) in cells.enumerated() { try sink.write(shape(index, cell)) }
    try sink.write(tail)
  }

  private func shape(_ index: Int, _ cell: CommentBook.Cell) -> String {
    // Left and right column, upper and lower row, each with a distance from it in pixels.
    let left = min(cell.column + 1, CellReference.mostColumns - 5)
    let top = min(max(cell.row - 2, 0), CellReference.mostRows - 8)
    let anchor = "\(left), 15, \(top), 10, \(left + 4), 15, \(top + 6), 4"
    return """
      <v:shape\(declarations) id="_x0000_s\(firstNumber + index)" type="#_x0000_t202" \
      style="position:absolute;margin-left:60pt;margin-top:2pt;width:195pt;height:90pt;\
      z-index:\(index + 1);visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">\
      <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor>\
      <x:AutoFill>False</x:AutoFill><x:Row>\(cell.row - 1)</x:Row><x:Column>\(cell.column)</x:Column>\
      </x:ClientData></v:shape>
      """
  }

  private static let shapeType = shapeType("")

  private static func shapeType(_ declarations: String) -> String {
    """
    <v:shapetype\(declarations) id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
    path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
    <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """
  }

  /// The largest number of a shape; the drawing's own first block where none has one.
  private static func largestNumber(_ bytes: [UInt8]) -> Int {
    let mark = Array("_x0000_s".utf8)
    var largest = blockSize
    var index = 0
    while index + mark.count < bytes.count {
      guard bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      index += mark.count
      var number = 0
      while index < bytes.count, (48...57).contains(bytes[index]), number < 100_000_000 {
        number = number * 10 + Int(bytes[index]) - 48
        index += 1
      }
      largest = max(largest, number)
    }
    return largest
  }
}

extension [UInt8] {
  /// Where these two bytes stand for the last time.
  fileprivate func lastRange(of pair: StaticString) -> Int? {
    guard count > 1 else { return nil }
    return (0..<count - 1).last { self[$0] == pair.utf8Start[0] && self[$0 + 1] == pair.utf8Start[1] }
  }
}

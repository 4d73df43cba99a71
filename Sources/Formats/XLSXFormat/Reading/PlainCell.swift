/// A cell in the form in which nearly all are written, as the window holds it:
/// `<c r="A1" s="1" t="s"><v>…</v></c>`, `s` and `t` optional, or `<is><t>…</t></is>`, or nothing in it.
struct PlainCell {
  var head: CellHead
  /// The value in the window; empty where the cell has none.
  var value: Range<Int>
  /// Where the cell ends in the window.
  var end: Int
}

extension XMLScanner {
  /// The longest start of such a cell: `<c r="XFD1048576" s="65535" t="inlineStr"><is><t>`.
  private static let longestHead = 64

  /// The cell at `position` where it has that form, lies in this row, and is whole in the window.
  @inline(__always)
  func plainCell(inRow row: Int) -> PlainCell? {
    let bytes = window.span
    guard end - position > Self.longestHead, bytes.starts(with: "<c r=\"", at: position) else { return nil }
    var index = position + 6
    guard let column = Self.column(bytes, &index), Self.number(bytes, &index, most: 7) == row else {
      return nil
    }
    var head = CellHead(column: column)
    var isInline = false
    index += 1
    if bytes.starts(with: " s=\"", at: index) {
      index += 4
      guard let style = Self.number(bytes, &index, most: 5) else { return nil }
      head.style = style
      index += 1
    }
    if bytes.starts(with: " t=\"", at: index) {
      index += 4
      if bytes.starts(with: "s\"", at: index) {
        head.form = .sharedString
        index += 2
      } else if bytes.starts(with: "inlineStr\"", at: index) {
        head.form = .text
        isInline = true
        index += 10
      } else {
        return nil
      }
    }
    if bytes.starts(with: "/>", at: index) {
      return PlainCell(head: head, value: index..<index, end: index + 2)
    }
    if isInline {
      guard let value = plainText(from: index, open: "><is><t>", close: "</t></is></c>") else { return nil }
      return PlainCell(head: head, value: value, end: value.upperBound + 13)
    }
    guard let value = plainText(from: index, open: "><v>", close: "</v></c>") else { return nil }
    return PlainCell(head: head, value: value, end: value.upperBound + 8)
  }

  /// The column that one to three letters at `index` name, from 0.
  @inline(__always)
  private static func column(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    let start = index
    var column = 0
    while bytes[index] >= UInt8(ascii: "A"), bytes[index] <= UInt8(ascii: "Z"), index - start < 3 {
      column = column * 26 + Int(bytes[index]) - 64
      index += 1
    }
    return column > 0 && column <= CellReference.mostColumns ? column - 1 : nil
  }

  /// The number at `index`, with a quotation mark after it.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, _ index: inout Int, most: Int) -> Int? {
    let start = index
    var number = 0
    while bytes[index] &- 48 <= 9, index - start < most {
      number = number * 10 + Int(bytes[index] &- 48)
      index += 1
    }
    return index > start && bytes[index] == XMLByte.quote ? number : nil
  }
}

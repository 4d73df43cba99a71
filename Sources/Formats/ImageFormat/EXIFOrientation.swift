/// EXIF 方向 — finds the orientation in the TIFF structure that EXIF data is.
enum EXIFOrientation {
  private static let tag = 0x0112

  /// The orientation that the TIFF structure in `range` states, 1 where it states none that makes sense.
  static func read(_ bytes: [UInt8], tiff range: Range<Int>) -> Int {
    let reader = TIFFReader(bytes: bytes, range: range)
    guard let reader, let directory = reader.long(4), let count = reader.short(directory) else { return 1 }
    for index in 0..<count {
      let entry = directory + 2 + index * 12
      guard let tag = reader.short(entry), let type = reader.short(entry + 2) else { return 1 }
      guard tag == Self.tag else { continue }
      // A SHORT by the standard; some programs write a LONG.
      let value = type == 4 ? reader.long(entry + 8) : reader.short(entry + 8)
      return value.flatMap { (1...8).contains($0) ? $0 : nil } ?? 1
    }
    return 1
  }
}

/// Numbers at offsets of a TIFF structure, in its own byte order; nil outside of it.
private struct TIFFReader {
  private let bytes: ArraySlice<UInt8>
  private let isLittleEndian: Bool

  init?(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes[range]
    switch Array(self.bytes.prefix(4)) {
    case [0x49, 0x49, 0x2A, 0x00]: isLittleEndian = true
    case [0x4D, 0x4D, 0x00, 0x2A]: isLittleEndian = false
    default: return nil
    }
  }

  func short(_ offset: Int) -> Int? { number(offset, size: 2) }

  func long(_ offset: Int) -> Int? { number(offset, size: 4) }

  private func number(_ offset: Int, size: Int) -> Int? {
    guard offset + size <= bytes.count else { return nil }
    let field = bytes.dropFirst(offset).prefix(size)
    return isLittleEndian
      ? field.reversed().reduce(0) { $0 << 8 | Int($1) } : field.reduce(0) { $0 << 8 | Int($1) }
  }
}

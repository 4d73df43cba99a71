import Tabular

/// zip64 结尾 — the end record of large archives, reached through its locator, which stands just before the
/// plain one.
struct EndRecord64 {
  let offset: Int
  let directory: Directory

  private static let locatorSize = 20
  private static let size = 56

  /// Whether the plain record says the same, or leaves the word to this one.
  func agrees(with short: Directory) -> Bool {
    (short.entries == directory.entries || short.entries == Field.in64For16)
      && (short.size == directory.size || short.size == Field.in64For32)
      && (short.offset == directory.offset || short.offset == Field.in64For32)
  }

  /// Reads the record that the locator before the plain end record points to.
  /// - Returns: nil where there is no locator.
  /// - Throws: `.hostile` where locator and record do not agree, `.unsupported` for split archives.
  static func find(
    before end: Int, in source: any ByteSource, name: String
  ) throws(FileError) -> EndRecord64? {
    let locatorOffset = end - locatorSize
    guard try EndRecord.signature(at: locatorOffset, in: source) == Signature.locator64 else { return nil }
    let locatorBytes = try source.bytes(in: locatorOffset..<end)
    guard locatorBytes.count == locatorSize else { throw disagreement(name) }
    let locator = locatorBytes.span.bytes
    guard locator.little32(at: 4) == 0, locator.little32(at: 16) <= 1 else {
      throw EndRecord.severalVolumes(name)
    }
    guard let offset = locator.little64(at: 8), offset <= locatorOffset - size,
      try EndRecord.signature(at: offset, in: source) == Signature.end64
    else { throw disagreement(name) }
    let bytes = try source.bytes(in: offset..<offset + size)
    guard bytes.count == size else { throw disagreement(name) }
    let record = bytes.span.bytes
    // The record counts its bytes without its first twelve, and must reach exactly to its locator.
    guard let rest = record.little64(at: 4), rest == locatorOffset - offset - 12 else {
      throw disagreement(name)
    }
    guard record.little32(at: 16) == 0, record.little32(at: 20) == 0 else {
      throw EndRecord.severalVolumes(name)
    }
    guard let here = record.little64(at: 24), let entries = record.little64(at: 32), here == entries,
      let directorySize = record.little64(at: 40), let directoryOffset = record.little64(at: 48)
    else { throw disagreement(name) }
    return EndRecord64(
      offset: offset,
      directory: Directory(entries: entries, size: directorySize, offset: directoryOffset))
  }

  private static func disagreement(_ name: String) -> FileError {
    FileError(
      .hostile, at: name, zh: "压缩包的 zip64 定位记录与它所指的内容不符，不予读取。请重新打包。",
      en: "The archive's zip64 locator does not agree with what it points to; it is not read. Pack it again.")
  }
}

import Tabular

/// 本地头核对 — reads the header before an entry's bytes and holds it against the directory: programs that read
/// from the front and programs that read the directory must see the same archive.
struct LocalHeaderReader {
  private static let headerSize = 30
  let source: any ByteSource

  /// Where an entry lies, descriptor included, and where its packed bytes begin.
  struct Extent {
    var whole: Range<Int>
    var dataOffset: Int
  }

  /// Checks one entry's local header and descriptor.
  /// - Parameters:
  ///   - next: where the next entry begins.
  ///   - limit: where the directory begins.
  /// - Returns: nil where they do not agree with the directory, or reach into it.
  func extent(
    of record: CentralRecord, name: ArraySlice<UInt8>, next: Int, limit: Int
  ) throws(FileError) -> Extent? {
    let start = record.headerOffset
    guard limit - start >= Self.headerSize + name.count else { return nil }
    let bytes = try source.bytes(in: start..<start + Self.headerSize + name.count)
    let header = bytes.span.bytes
    guard header.byteCount == Self.headerSize + name.count,
      header.little32(at: 0) == Signature.localHeader,
      (header.little16(at: 6) ^ record.flags) & ~Flag.packingEffort == 0,
      header.little16(at: 8) == record.method.rawValue,
      header.little16(at: 26) == name.count,
      bytes[Self.headerSize...] == name
    else { return nil }

    let extraLength = header.little16(at: 28)
    let dataOffset = start + Self.headerSize + name.count + extraLength
    guard dataOffset <= limit, record.compressedSize <= limit - dataOffset else { return nil }
    var packed = header.little32(at: 18)
    var unpacked = header.little32(at: 22)
    let is64 = packed == Field.in64For32 || unpacked == Field.in64For32
    if is64 {
      let extras = try source.bytes(in: dataOffset - extraLength..<dataOffset)
      guard
        let sizes = ZIP64Extra.find(in: extras.span.bytes)
          .sizes(packed: packed, unpacked: unpacked, offset: 0, disk: 0)
      else { return nil }
      (packed, unpacked) = (sizes.packed, sizes.unpacked)
    }
    let checkSum = header.little32(at: 14)
    let isKnown =
      packed == record.compressedSize && unpacked == record.size && checkSum == record.checkSum
    let dataEnd = dataOffset + record.compressedSize
    if !record.hasDescriptor {
      return isKnown ? Extent(whole: start..<dataEnd, dataOffset: dataOffset) : nil
    }
    // What is not known when the header is written stays zero; a number that is there must be the right one.
    guard packed == 0 || packed == record.compressedSize, unpacked == 0 || unpacked == record.size,
      checkSum == 0 || checkSum == record.checkSum
    else { return nil }
    if let length = try descriptorLength(of: record, at: dataEnd, next: next, limit: limit) {
      return Extent(whole: start..<dataEnd + length, dataOffset: dataOffset)
    }
    return isKnown ? Extent(whole: start..<dataEnd, dataOffset: dataOffset) : nil
  }

  /// The length of the descriptor behind the packed bytes. Archivers write it with and without a signature,
  /// with sizes of four and of eight bytes; one of the forms must give exactly the directory's numbers.
  private func descriptorLength(
    of record: CentralRecord, at offset: Int, next: Int, limit: Int
  ) throws(FileError) -> Int? {
    let bytes = try source.bytes(in: offset..<min(offset + 24, limit))
    let span = bytes.span.bytes
    func fits(from start: Int, width: Int) -> Bool {
      guard span.byteCount >= start + 4 + 2 * width, span.little32(at: start) == record.checkSum else {
        return false
      }
      let first = start + 4
      let sizes =
        width == 4
        ? (span.little32(at: first), span.little32(at: first + 4))
        : (span.little64(at: first) ?? -1, span.little64(at: first + 8) ?? -1)
      return sizes == (record.compressedSize, record.size)
    }
    var lengths: [Int] = []
    if span.byteCount >= 4, span.little32(at: 0) == Signature.descriptor {
      if fits(from: 4, width: 4) { lengths.append(16) }
      if fits(from: 4, width: 8) { lengths.append(24) }
    }
    if fits(from: 0, width: 4) { lengths.append(12) }
    if fits(from: 0, width: 8) { lengths.append(20) }
    return lengths.first { offset + $0 == next } ?? lengths.first
  }
}

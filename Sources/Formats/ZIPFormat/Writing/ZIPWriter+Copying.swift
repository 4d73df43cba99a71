public import Tabular

extension ZIPWriter {
  /// Takes over an entry of another archive as it lies there, packed: nothing is unpacked, and nothing is packed again.
  /// - Throws: `.truncated` or `.disk` where its bytes cannot be read; `.hostile` for a path that was used before.
  public func copy(_ entry: ZIPEntry, from archive: ZIPArchive, date: ZIPDate = .earliest) throws(FileError) {
    var header = EntryHeader(path: entry.path, date: date, method: entry.method, offset: 0)
    header.checkSum = CheckSum(value: entry.checkSum)
    header.size = entry.size
    header.packedSize = entry.compressedSize
    try addPacked(header) { take throws(FileError) in try archive.forEachPackedPiece(of: entry, take) }
  }
}

extension ZIPArchive {
  /// Hands on an entry's bytes as they lie in the archive.
  func forEachPackedPiece(
    of entry: ZIPEntry, _ take: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, min(entry.compressedSize, 1 << 18)), alignment: 16)
    defer { buffer.deallocate() }
    var done = 0
    while done < entry.compressedSize {
      let piece = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, entry.compressedSize - done)])
      guard try source.read(at: entry.dataOffset + done, into: piece) == piece.count else {
        throw EntryTrouble.cutOff.error(at: place(of: entry))
      }
      try take(UnsafeRawBufferPointer(piece))
      done += piece.count
    }
  }
}

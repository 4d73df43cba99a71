import Tabular

/// 写入中的条目 — an entry that is being written: counts what comes in, packs it, counts what goes out.
final class OpenEntry {
  var header: EntryHeader
  /// Packed bytes that wait until the entry's sizes are known.
  var held: [UInt8] = []
  private let deflater: Deflater?

  init(_ header: EntryHeader, level: Int?, mayPass4GiB: Bool) throws(FileError) {
    self.header = header
    self.header.mayPass4GiB = mayPass4GiB
    if let level { deflater = Deflater(level: level) } else { deflater = nil }
  }

  func take(
    _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    precondition(bytes.isEmpty || !header.isFolder, "A folder has no content.")
    header.checkSum.add(bytes)
    header.size += bytes.count
    try pack(bytes, isLast: false, emit: emit)
  }

  func end(emit: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) {
    try pack(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, emit: emit)
  }

  private func pack(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    if let deflater {
      try deflater.deflate(bytes, isLast: isLast) { piece throws(FileError) in try pass(piece, to: emit) }
    } else {
      try pass(bytes, to: emit)
    }
  }

  private func pass(
    _ piece: UnsafeRawBufferPointer, to emit: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    header.packedSize += piece.count
    guard header.mayPass4GiB || max(header.size, header.packedSize) < Field.in64For32 else {
      throw FileError(
        .tooLarge, zh: "条目达到 4 GiB，不能写入压缩包。请分成几个文件。",
        en: "The entry reaches 4 GiB and cannot be written to the archive. Split it.")
    }
    if !piece.isEmpty { try emit(piece) }
  }
}

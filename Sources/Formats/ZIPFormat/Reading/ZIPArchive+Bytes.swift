import CDeflate
public import Tabular

extension ZIPArchive {
  /// All the bytes of an entry at once, checked; the fast way for pictures and workbook parts.
  /// - Parameter atMost: the most bytes the caller takes.
  /// - Throws: `.tooLarge` over `atMost`; `.damaged` or `.hostile` where the directory says otherwise.
  public func bytes(_ entry: ZIPEntry, atMost: Int) throws(FileError) -> [UInt8] {
    let place = place(of: entry)
    guard entry.size <= atMost else {
      throw FileError(
        .tooLarge, at: place, zh: "条目解压后有 \(entry.size) 字节，最多允许 \(atMost) 字节。请缩小后重新打包。",
        en: "The entry unpacks to \(entry.size) bytes; at most \(atMost) are allowed. Make it smaller.")
    }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
      let output = UnsafeMutableRawBufferPointer(buffer)
      do throws(FileError) {
        switch entry.method {
        case .stored: try readPacked(entry, into: output, place: place)
        case .deflated: try inflate(entry, into: output, place: place)
        }
        count = entry.size
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    var checkSum = CheckSum()
    bytes.withUnsafeBytes { checkSum.add($0) }
    guard checkSum.value == entry.checkSum else { throw EntryTrouble.checkSum.error(at: place) }
    return bytes
  }

  private func inflate(
    _ entry: ZIPEntry, into output: UnsafeMutableRawBufferPointer, place: String
  ) throws(FileError) {
    let packed = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(entry.compressedSize, 1), alignment: 16)
    defer { packed.deallocate() }
    let input = UnsafeMutableRawBufferPointer(rebasing: packed[..<entry.compressedSize])
    try readPacked(entry, into: input, place: place)
    guard let decompressor = libdeflate_alloc_decompressor() else {
      throw EntryTrouble.memory.error(at: place)
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var consumed = 0
    // An array without capacity has no base address, and libdeflate wants one.
    var nothing: UInt8 = 0
    let result = withUnsafeMutablePointer(to: &nothing) { nothing in
      libdeflate_deflate_decompress_ex(
        decompressor, packed.baseAddress, entry.compressedSize,
        output.baseAddress ?? UnsafeMutableRawPointer(nothing), entry.size, &consumed, nil)
    }
    switch result {
    case LIBDEFLATE_SUCCESS where consumed == entry.compressedSize: break
    case LIBDEFLATE_SUCCESS: throw EntryTrouble.leftOver.error(at: place)
    case LIBDEFLATE_SHORT_OUTPUT: throw EntryTrouble.shorter.error(at: place)
    case LIBDEFLATE_INSUFFICIENT_SPACE: throw EntryTrouble.longer.error(at: place)
    default: throw EntryTrouble.broken.error(at: place)
    }
  }

  private func readPacked(
    _ entry: ZIPEntry, into buffer: UnsafeMutableRawBufferPointer, place: String
  ) throws(FileError) {
    guard try source.read(at: entry.dataOffset, into: buffer) == entry.compressedSize else {
      throw EntryTrouble.cutOff.error(at: place)
    }
  }
}

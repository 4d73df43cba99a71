/// 结尾写出 — the records that close an archive; the zip64 pair only where a number does not fit the plain one.
struct EndWriter {
  let entries: Int
  let directorySize: Int
  let directoryOffset: Int

  func records(_ bounds: ZIPWriter.Bounds) -> [UInt8] {
    let is64 = entries >= bounds.entries || max(directorySize, directoryOffset) >= bounds.size
    var bytes: [UInt8] = []
    if is64 { appendRecords64(to: &bytes) }
    bytes.appendLittle32(Signature.end)
    bytes.appendLittle16(0)  // this disk
    bytes.appendLittle16(0)  // the directory's disk
    let count = entries >= bounds.entries ? Field.in64For16 : entries
    bytes.appendLittle16(count)
    bytes.appendLittle16(count)
    bytes.appendLittle32(directorySize >= bounds.size ? Field.in64For32 : directorySize)
    bytes.appendLittle32(directoryOffset >= bounds.size ? Field.in64For32 : directoryOffset)
    bytes.appendLittle16(0)  // comment
    return bytes
  }

  private func appendRecords64(to bytes: inout [UInt8]) {
    bytes.appendLittle32(Signature.end64)
    bytes.appendLittle64(44)  // the bytes that follow
    bytes.appendLittle16(3 << 8 | 45)  // made on Unix, version 4.5
    bytes.appendLittle16(45)
    bytes.appendLittle32(0)  // this disk
    bytes.appendLittle32(0)  // the directory's disk
    for number in [entries, entries, directorySize, directoryOffset] { bytes.appendLittle64(number) }
    bytes.appendLittle32(Signature.locator64)
    bytes.appendLittle32(0)  // the record's disk
    bytes.appendLittle64(directoryOffset + directorySize)
    bytes.appendLittle32(1)  // disks in all
  }
}

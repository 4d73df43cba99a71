/// 条目头 — what the archive says about an entry: before its bytes, behind them, and in the directory.
struct EntryHeader {
  let path: String
  let date: ZIPDate
  var method: ZIPMethod
  /// Where the local header begins.
  var offset: Int
  var checkSum = CheckSum()
  var size = 0
  var packedSize = 0
  /// Whether sizes and check sum stand behind the packed bytes.
  var hasDescriptor = false
  /// Whether a descriptor has room for 4 GiB and more.
  var mayPass4GiB = false

  var isFolder: Bool { path.utf8.last == UInt8(ascii: "/") }

  /// The version that first had what the entry needs: 2.0 for deflate, 4.5 for zip64.
  private static let plainVersion = 20
  private static let version64 = 45
  /// Made on Unix, so that the permissions in the attributes hold.
  private static let madeOnUnix = 3 << 8

  private var flags: Int {
    (path.utf8.contains { $0 >= 0x80 } ? Flag.utf8 : 0) | (hasDescriptor ? Flag.descriptor : 0)
  }

  /// The header before the packed bytes.
  func local(_ bounds: ZIPWriter.Bounds) -> [UInt8] {
    let is64 = hasDescriptor ? mayPass4GiB : max(size, packedSize) >= bounds.size
    var bytes: [UInt8] = []
    bytes.appendLittle32(Signature.localHeader)
    bytes.appendLittle16(is64 ? Self.version64 : Self.plainVersion)
    appendCommon(to: &bytes, checkSum: hasDescriptor ? 0 : Int(checkSum.value))
    let sizes = hasDescriptor ? [0, 0] : [size, packedSize]
    bytes.appendLittle32(is64 ? Field.in64For32 : sizes[1])
    bytes.appendLittle32(is64 ? Field.in64For32 : sizes[0])
    bytes.appendLittle16(path.utf8.count)
    bytes.appendLittle16(is64 ? 4 + 16 : 0)
    bytes.append(contentsOf: path.utf8)
    if is64 { Self.appendExtra64(sizes, to: &bytes) }
    return bytes
  }

  /// What stands behind the packed bytes where the header before them could not know it.
  var descriptor: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLittle32(Signature.descriptor)
    bytes.appendLittle32(Int(checkSum.value))
    for number in [packedSize, size] {
      if mayPass4GiB { bytes.appendLittle64(number) } else { bytes.appendLittle32(number) }
    }
    return bytes
  }

  /// The entry's record in the directory.
  func central(_ bounds: ZIPWriter.Bounds) -> [UInt8] {
    let in64 = [size, packedSize, offset].filter { $0 >= bounds.size }
    func plain(_ number: Int) -> Int { number >= bounds.size ? Field.in64For32 : number }
    let is64 = !in64.isEmpty || (hasDescriptor && mayPass4GiB)
    let version = is64 ? Self.version64 : Self.plainVersion
    var bytes: [UInt8] = []
    bytes.appendLittle32(Signature.centralHeader)
    bytes.appendLittle16(Self.madeOnUnix | version)
    bytes.appendLittle16(version)
    appendCommon(to: &bytes, checkSum: Int(checkSum.value))
    bytes.appendLittle32(plain(packedSize))
    bytes.appendLittle32(plain(size))
    bytes.appendLittle16(path.utf8.count)
    bytes.appendLittle16(in64.isEmpty ? 0 : 4 + 8 * in64.count)
    bytes.appendLittle16(0)  // comment
    bytes.appendLittle16(0)  // disk
    bytes.appendLittle16(0)  // internal attributes
    bytes.appendLittle32(isFolder ? 0o040755 << 16 | 0x10 : 0o100644 << 16)
    bytes.appendLittle32(plain(offset))
    bytes.append(contentsOf: path.utf8)
    if !in64.isEmpty { Self.appendExtra64(in64, to: &bytes) }
    return bytes
  }

  /// The fields that both headers share: flags to check sum.
  private func appendCommon(to bytes: inout [UInt8], checkSum: Int) {
    bytes.appendLittle16(flags)
    bytes.appendLittle16(method.rawValue)
    bytes.appendLittle16(Int(date.time))
    bytes.appendLittle16(Int(date.day))
    bytes.appendLittle32(checkSum)
  }

  private static func appendExtra64(_ numbers: [Int], to bytes: inout [UInt8]) {
    bytes.appendLittle16(Field.extra64)
    bytes.appendLittle16(8 * numbers.count)
    for number in numbers { bytes.appendLittle64(number) }
  }
}

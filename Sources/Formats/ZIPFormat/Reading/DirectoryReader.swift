import Tabular

/// 目录读取 — reads the directory's records one by one and judges each on its own: name, encryption, method, kind
/// of file, claimed size.
struct DirectoryReader {
  private static let headerSize = 46
  /// What one entry may take in the directory on average, extra fields and comment included.
  private static let bytesPerEntry = 1024

  private let bytes: [UInt8]
  private let limits: ZIPLimits
  private let place: EntryPlace
  private let decoder: EntryNameDecoder

  /// The names' bytes, for the comparison with the local headers.
  func name(_ record: CentralRecord) -> ArraySlice<UInt8> { bytes[record.nameRange] }

  init(
    _ end: EndRecord, in source: any ByteSource, limits: ZIPLimits, place: EntryPlace
  ) throws(FileError) {
    guard end.entries <= limits.entries else {
      throw FileError(
        .tooLarge, at: place.archive, zh: "压缩包里有 \(end.entries) 个条目，最多允许 \(limits.entries) 个。请分成几个压缩包。",
        en: "The archive has \(end.entries) entries; at most \(limits.entries) are allowed. Split it.")
    }
    guard end.directory.count / Self.bytesPerEntry <= max(limits.entries, 1024) else {
      throw FileError(
        .tooLarge, at: place.archive, zh: "压缩包的目录过大（\(end.directory.count) 字节），不予读取。请重新打包。",
        en: "The archive's directory is too large (\(end.directory.count) bytes). Pack it again.")
    }
    guard end.entries * Self.headerSize <= end.directory.count else { throw Self.damaged(place.archive) }
    bytes = try source.bytes(in: end.directory)
    guard bytes.count == end.directory.count else { throw Self.damaged(place.archive) }
    self.limits = limits
    self.place = place
    decoder = EntryNameDecoder()
  }

  /// Reads all records; together they must fill the directory.
  func records(_ count: Int) throws(FileError) -> [CentralRecord] {
    var records: [CentralRecord] = []
    records.reserveCapacity(count)
    var total = UnpackedTotal()
    var offset = 0
    for index in stride(from: 1, through: count, by: 1) {
      guard let parts = parts(at: offset) else { throw Self.damaged(place.archive) }
      let record = try record(index, parts)
      try total.add(
        packed: record.compressedSize, unpacked: record.size, limits: limits,
        place: place.of(index, record.path))
      records.append(record)
      offset = parts.end
    }
    guard offset == bytes.count else { throw Self.damaged(place.archive) }
    return records
  }

  /// Where the parts of a record lie.
  private struct Parts {
    var header: Range<Int>
    var name: Range<Int>
    var extras: Range<Int>
    var end: Int
  }

  private func parts(at offset: Int) -> Parts? {
    let all = bytes.span.bytes
    guard bytes.count - offset >= Self.headerSize, all.little32(at: offset) == Signature.centralHeader else {
      return nil
    }
    let name = offset + Self.headerSize
    let extras = name + all.little16(at: offset + 28)
    let comment = extras + all.little16(at: offset + 30)
    let end = comment + all.little16(at: offset + 32)
    return end <= bytes.count
      ? Parts(header: offset..<name, name: name..<extras, extras: extras..<comment, end: end) : nil
  }

  private func record(_ index: Int, _ parts: Parts) throws(FileError) -> CentralRecord {
    let header = bytes.span.bytes.extracting(parts.header)
    let flags = header.little16(at: 8)
    let path = try decoder.path(
      of: bytes[parts.name], isUTF8: flags & Flag.utf8 != 0, limits: limits, at: place.of(index))
    let place = place.of(index, path)
    let method = try method(header.little16(at: 10), flags: flags, place: place)
    let extras = ZIP64Extra.find(in: bytes.span.bytes.extracting(parts.extras))
    let sizes = extras.sizes(
      packed: header.little32(at: 20), unpacked: header.little32(at: 24), offset: header.little32(at: 42),
      disk: header.little16(at: 34))
    guard let sizes, method == .deflated || sizes.packed == sizes.unpacked else { throw Self.damaged(place) }
    guard sizes.disk == 0 else { throw EndRecord.severalVolumes(place) }
    try judgeKind(mode: header.little32(at: 38) >> 16, path: path, size: sizes.unpacked, place: place)
    return CentralRecord(
      index: index, path: path, nameRange: parts.name, flags: flags, method: method,
      checkSum: header.little32(at: 16), compressedSize: sizes.packed, size: sizes.unpacked,
      headerOffset: sizes.offset)
  }

  private func method(_ number: Int, flags: Int, place: String) throws(FileError) -> ZIPMethod {
    guard flags & Flag.anyEncryption == 0, number != ZIPMethod.numberOfAES else {
      throw FileError(
        .encrypted, at: place, zh: "压缩包设有密码，不能读取。请去掉密码重新打包。",
        en: "The archive is protected by a password. Pack it again without one.")
    }
    if let method = ZIPMethod(rawValue: number) { return method }
    let name = ZIPMethod.name(of: number)
    throw FileError(
      .unsupported, at: place, zh: "条目用 \(name) 方法压缩，不能读取。请用普通的 ZIP（Deflate）方式重新打包。",
      en: "The entry is packed with \(name), which is not read. Pack it again as a plain ZIP (Deflate).")
  }

  /// An entry is a file or a folder; a link, a device or a folder with bytes in it is a trick.
  private func judgeKind(mode: Int, path: String, size: Int, place: String) throws(FileError) {
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    let type = mode & 0o170000
    let fits = type == 0 || (type == 0o100000 && !isFolder) || (type == 0o040000 && isFolder)
    guard fits, !isFolder || size == 0 else {
      throw FileError(
        .hostile, at: place, zh: "条目是链接、设备或带内容的文件夹，不是普通文件，整个压缩包不予读取。请只打包普通文件。",
        en:
          "The entry is a link, a device or a folder with content; it is refused. Pack plain files only."
      )
    }
  }

  private static func damaged(_ place: String) -> FileError {
    FileError(
      .damaged, at: place, zh: "压缩包的目录已损坏。请重新打包或重新传输。",
      en: "The archive's directory is damaged. Pack or transfer it again.")
  }
}

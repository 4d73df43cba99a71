import Tabular

/// 中央目录结尾 — where the directory lies and how many entries it lists, as the last record of the archive says.
struct EndRecord {
  let entries: Int
  let directory: Range<Int>

  static let size = 22
  private static let longestComment = 0xffff

  /// Finds the one end record: the one whose comment ends where the file ends.
  /// - Returns: nil where there is no sign of an end record at all.
  static func find(in source: any ByteSource, name: String) throws(FileError) -> EndRecord? {
    let tailStart = max(0, source.count - size - longestComment)
    let tail = try source.bytes(in: tailStart..<source.count)
    guard let place = try placeOfRecord(in: tail, name: name) else { return nil }
    let record = tail.span.bytes.extracting(place..<place + size)
    let disks = (record.little16(at: 4), record.little16(at: 6))
    let here = record.little16(at: 8)
    let short = Directory(
      entries: record.little16(at: 10), size: record.little32(at: 12), offset: record.little32(at: 16))
    let offset = tailStart + place
    if let long = try EndRecord64.find(before: offset, in: source, name: name) {
      guard long.agrees(with: short) else {
        throw FileError(
          .hostile, at: name, zh: "压缩包的两个结尾记录（zip64 与普通）互相矛盾，不予读取。请用常见压缩软件重新打包。",
          en:
            "The two end records (zip64 and plain) contradict each other; it is not read. Pack it again."
        )
      }
      return try located(long.directory, endsAt: long.offset, source: source, name: name)
    }
    guard disks == (0, 0), here == short.entries else { throw severalVolumes(name) }
    return try located(short, endsAt: offset, source: source, name: name)
  }

  /// The directory must end exactly where the end record begins; all else is a second archive, or damage.
  private static func located(
    _ directory: Directory, endsAt end: Int, source: any ByteSource, name: String
  ) throws(FileError) -> EndRecord {
    if directory.offset <= end, directory.size == end - directory.offset {
      return EndRecord(entries: directory.entries, directory: directory.offset..<end)
    }
    if directory.size <= end, directory.offset < end - directory.size {
      let shifted = end - directory.size
      let claimed = directory.offset + directory.size
      if try signature(at: claimed, in: source) == Signature.end { throw severalEnds(name) }
      if try signature(at: shifted, in: source) == Signature.centralHeader { throw prefixed(name) }
    }
    throw FileError(
      .damaged, at: name, zh: "压缩包的目录不在它应在的位置，文件已损坏。请重新打包或重新传输。",
      en: "The archive's directory is not where it should be; the file is damaged. Pack or transfer it again."
    )
  }

  private static func placeOfRecord(in tail: [UInt8], name: String) throws(FileError) -> Int? {
    let bytes = tail.span.bytes
    var fitting: [Int] = []
    var others: [Int] = []
    var place = tail.count - size
    while place >= 0 {
      if bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self) == UInt8(ascii: "P"),
        bytes.little32(at: place) == Signature.end
      {
        let end = place + size + bytes.little16(at: place + 20)
        if end == tail.count { fitting.append(place) } else { others.append(place) }
      }
      place -= 1
    }
    guard let record = fitting.last else {
      if others.isEmpty { return nil }
      throw FileError(
        .truncated, at: name, zh: "压缩包的结尾不完整，或结尾之后还有多余的内容。请重新打包或重新传输。",
        en: "The archive's end is incomplete, or something follows it. Pack or transfer it again.")
    }
    // A second record in the comment, or one that also reaches the end, would let two programs see two
    // archives.
    if fitting.count > 1 || others.contains(where: { $0 > record }) { throw severalEnds(name) }
    return record
  }

  static func signature(at offset: Int, in source: any ByteSource) throws(FileError) -> Int? {
    guard offset >= 0, offset <= source.count - 4 else { return nil }
    let bytes = try source.bytes(in: offset..<offset + 4)
    return bytes.count == 4 ? bytes.span.bytes.little32(at: 0) : nil
  }

  private static func severalEnds(_ name: String) -> FileError {
    FileError(
      .hostile, at: name, zh: "压缩包里有不止一个结尾记录，不同软件会看到不同内容，不予读取。请重新打包。",
      en: "The archive has several end records: programs would see different contents. Pack it again.")
  }

  static func prefixed(_ name: String) -> FileError {
    FileError(
      .hostile, at: name, zh: "压缩包前面有别的内容（例如自解压程序），不予读取。请解压后重新打包为普通 ZIP。",
      en: "Something stands before the archive (a self-extracting program?). Unpack it and pack a plain ZIP.")
  }

  static func severalVolumes(_ name: String) -> FileError {
    FileError(
      .unsupported, at: name, zh: "这是分卷压缩包的一卷，不能单独读取。请打包成一个 ZIP 文件。",
      en: "This is one volume of a split archive and cannot be read alone. Pack one single ZIP.")
  }
}

/// What an end record says about the directory.
struct Directory: Equatable {
  var entries: Int
  var size: Int
  var offset: Int
}

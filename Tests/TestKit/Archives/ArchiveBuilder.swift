/// 压缩包构造器 — builds ZIPs by hand, honest ones and ones that lie in any field. Everything is stored, unless
/// packed bytes are given.
///
///     var archive = ArchiveBuilder([.init("a.txt", "hello")])
///     archive.entries[0].local.size = 4      // the local header says something else than the directory
///     let bytes = archive.bytes()
public struct ArchiveBuilder: Sendable {
  /// The entries in the order of the bytes and of the directory.
  public var entries: [Entry]
  /// Bytes before everything; offsets do not count them.
  public var prefix: [UInt8] = []
  /// Bytes before everything; offsets count them.
  public var countedPrefix: [UInt8] = []
  /// Bytes between the last entry and the directory.
  public var beforeDirectory: [UInt8] = []
  /// Bytes behind everything.
  public var suffix: [UInt8] = []
  /// What the end record says.
  public var end = End()
  /// The zip64 end record and its locator; nil writes none.
  public var end64: End64?

  /// The plain end record; nil says the truth.
  public struct End: Sendable {
    public var disk = 0
    public var directoryDisk = 0
    public var entriesHere: Int?
    public var entries: Int?
    public var directorySize: Int?
    public var directoryOffset: Int?
    public var comment: [UInt8] = []
    /// The length that is written for the comment.
    public var commentLength: Int?

    public init() {}
  }

  /// The zip64 end record; nil says the truth.
  public struct End64: Sendable {
    public var entries: Int?
    public var directorySize: Int?
    public var directoryOffset: Int?
    /// The record's own length.
    public var length = 44
    public var disk = 0
    /// Where the locator says the record is.
    public var locatedAt: Int?
    public var disks = 1
    /// Whether the plain record leaves its numbers to this one.
    public var hidesPlainNumbers = true

    public init() {}
  }

  /// An archive of entries.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The archive's bytes.
  public func bytes() -> [UInt8] {
    var body = countedPrefix
    var directory: [UInt8] = []
    for entry in entries {
      body += entry.before
      let offset = body.count
      if entry.isWritten { body += entry.localBytes() }
      if entry.isListed { directory += entry.centralBytes(offset: offset) }
    }
    body += beforeDirectory
    let listed = entries.count { $0.isListed }
    let ending = endBytes(entries: listed, directorySize: directory.count, directoryOffset: body.count)
    return prefix + body + directory + ending + suffix
  }

  private func endBytes(entries: Int, directorySize: Int, directoryOffset: Int) -> [UInt8] {
    let bytes = RecordBytes()
    var hidden: (Int, Int)?
    if let end64 {
      bytes.put4(0x0606_4b50).put8(end64.length).put2(45).put2(45).put4(end64.disk).put4(end64.disk)
      bytes.put8(end64.entries ?? entries).put8(end64.entries ?? entries)
      bytes.put8(end64.directorySize ?? directorySize).put8(end64.directoryOffset ?? directoryOffset)
      bytes.put4(0x0706_4b50).put4(0).put8(end64.locatedAt ?? directoryOffset + directorySize)
      bytes.put4(end64.disks)
      if end64.hidesPlainNumbers { hidden = (0xffff, 0xffff_ffff) }
    }
    bytes.put4(0x0605_4b50).put2(end.disk).put2(end.directoryDisk)
    bytes.put2(end.entriesHere ?? end.entries ?? hidden?.0 ?? entries)
    bytes.put2(end.entries ?? hidden?.0 ?? entries)
    bytes.put4(end.directorySize ?? hidden?.1 ?? directorySize)
    bytes.put4(end.directoryOffset ?? hidden?.1 ?? directoryOffset)
    bytes.put2(end.commentLength ?? end.comment.count)
    return bytes.bytes + end.comment
  }
}

import Tabular

/// 复合文件 — the container of old Office documents (OLE2): a small file system whose sectors are chained by a table.
/// Every number that it holds about itself is checked against the file before it is used, and no chain is followed
/// further than the file is long.
struct CompoundFile {
  private let source: any ByteSource
  private let name: String
  private let shift: Int
  /// How many sectors lie behind the header, the last perhaps cut short.
  private let sectorCount: Int
  /// For each sector the next of its chain.
  private let table: [UInt32]
  private let smallCutoff: Int
  private let smallTableStart: UInt32
  private let entries: [DirectoryEntry]

  private static let headerSize = 512
  /// Sector numbers from here on have a meaning of their own; the one before the last two ends a chain.
  private static let firstSpecial: UInt32 = 0xffff_fffa

  /// Reads the header, the table of chains and the directory.
  /// - Throws: `.truncated` or `.damaged`, with the part of the container.
  init(_ source: any ByteSource, name: String) throws(FileError) {
    let header = try source.bytes(in: 0..<Self.headerSize)
    guard header.count == Self.headerSize else { throw .cutOff(at: name) }
    let shift = header.little16(at: 30)
    guard shift == 9 || shift == 12, header.little16(at: 32) == SmallSector.shift else {
      throw .damagedWorkbook(at: name, zh: "文件头中的扇区大小无效", en: "its header gives an impossible sector size")
    }
    self.source = source
    self.name = name
    self.shift = shift
    sectorCount = max(0, (source.count - 1) >> shift)
    smallCutoff = header.little32(at: 56)
    smallTableStart = UInt32(header.little32(at: 60))
    let sectors = Sectors(source: source, name: name, shift: shift, count: sectorCount)
    table = try sectors.table(header)
    entries = try DirectoryEntry.all(
      sectors.bytes(of: try sectors.chain(from: UInt32(header.little32(at: 48)), in: table)),
      usesLongSizes: shift == 12)
  }

  /// The stream of a name in the topmost folder; nil where there is none. Streams of embedded documents lie deeper.
  func stream(named wanted: String) throws(FileError) -> CompoundStream? {
    guard let entry = DirectoryEntry.topmost(entries).first(where: { $0.isStream && $0.name == wanted })
    else {
      return nil
    }
    if entry.size < smallCutoff { return try smallStream(entry) }
    return try bigStream(entry)
  }

  private func bigStream(_ entry: DirectoryEntry) throws(FileError) -> CompoundStream {
    let sectors = Sectors(source: source, name: name, shift: shift, count: sectorCount)
    let chain = try sectors.chain(from: entry.start, in: table, bytes: entry.size)
    let stream = CompoundStream(
      source: source, origin: 1 << shift, shift: shift, sectors: chain, count: entry.size)
    guard stream.endInSource <= source.count else { throw .cutOff(at: name) }
    return stream
  }

  /// A stream of a few bytes lies in small sectors inside the root's own stream.
  private func smallStream(_ entry: DirectoryEntry) throws(FileError) -> CompoundStream {
    guard let root = entries.first else { throw noRoot }
    let container = try bigStream(root)
    let sectors = Sectors(source: source, name: name, shift: shift, count: sectorCount)
    let tableBytes = try sectors.bytes(of: try sectors.chain(from: smallTableStart, in: table))
    let small = Sectors(
      source: container, name: name, shift: SmallSector.shift,
      count: (container.count + SmallSector.size - 1) >> SmallSector.shift)
    let chain = try small.chain(from: entry.start, in: tableBytes.little32s, bytes: entry.size)
    let stream = CompoundStream(
      source: container, origin: 0, shift: SmallSector.shift, sectors: chain, count: entry.size)
    guard stream.endInSource <= container.count else { throw .cutOff(at: name) }
    return stream
  }

  private var noRoot: FileError {
    .damagedWorkbook(at: name, zh: "目录是空的", en: "its directory is empty")
  }
}

/// The sectors in which small streams lie.
enum SmallSector {
  static let shift = 6
  static let size = 1 << shift
}

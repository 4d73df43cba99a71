/// 复合文件制作 — a container of old Office documents (OLE2) with a few streams: header, table of chains, directory, then
/// the streams sector by sector. Streams under 4 096 bytes go into small sectors, as the format wants it.
public struct CompoundFileBuilder {
  /// The streams by name, in the order of the directory.
  public var streams: [(name: String, bytes: [UInt8])]
  /// Whether the sectors of each stream lie in reverse order, which a chain allows.
  public var isReversed = false

  private static let sector = 512
  private static let small = 64
  private static let endOfChain = 0xffff_fffe
  private static let free = 0xffff_ffff
  private static let tableMark = 0xffff_fffd

  /// A container of these streams.
  public init(_ streams: [(name: String, bytes: [UInt8])]) { self.streams = streams }

  /// The file.
  public func bytes() -> [UInt8] {
    var file = Chains(isReversed: isReversed)
    var entries = streams.map { Entry(name: $0.name, kind: 2, size: $0.bytes.count) }
    var smallBytes: [UInt8] = []
    var smallChain: [Int] = []
    for (index, stream) in streams.enumerated() {
      if stream.bytes.count >= 4_096 {
        entries[index].start = file.add(stream.bytes)
      } else if !stream.bytes.isEmpty {
        entries[index].start = smallChain.count
        let count = Self.count(stream.bytes.count, Self.small)
        smallChain += (0..<count).map { $0 + 1 < count ? smallChain.count + $0 + 1 : Self.endOfChain }
        smallBytes += Self.padded(stream.bytes, to: Self.small)
      }
    }
    var root = Entry(name: "Root Entry", kind: 5, size: smallBytes.count)
    root.child = streams.isEmpty ? Self.free : 1
    if !smallBytes.isEmpty { root.start = file.add(smallBytes) }
    // The folder's tree is a list: each entry is the right neighbour of the one before.
    for index in entries.indices.dropLast() { entries[index].right = index + 2 }
    let smallTable = file.add(smallChain.reduce(into: RecordBytes()) { $0.put4($1) }.bytes, filler: 0xff)
    let directory = file.add(([root] + entries).flatMap(\.bytes))
    return file.bytes(directory: directory, smallTable: smallTable, smallSectors: smallChain.isEmpty ? 0 : 1)
  }

  static func count(_ bytes: Int, _ sector: Int) -> Int { (bytes + sector - 1) / sector }

  static func padded(_ bytes: [UInt8], to sector: Int, with filler: UInt8 = 0) -> [UInt8] {
    bytes + [UInt8](repeating: filler, count: count(bytes.count, sector) * sector - bytes.count)
  }

  private struct Entry {
    var name: String
    var kind: Int
    var size: Int
    var start = CompoundFileBuilder.endOfChain
    var right = CompoundFileBuilder.free
    var child = CompoundFileBuilder.free

    var bytes: [UInt8] {
      let record = RecordBytes()
      let units = Array(name.utf16)
      for place in 0..<32 { record.put2(place < units.count ? Int(units[place]) : 0) }
      record.put2(2 * units.count + 2).put2(kind | 1 << 8).put4(CompoundFileBuilder.free).put4(right).put4(
        child)
      for _ in 0..<9 { record.put4(0) }
      return record.put4(start).put8(size).bytes
    }
  }

  /// The sectors behind the header, and the table of their chains.
  private struct Chains {
    let isReversed: Bool
    var sectors: [UInt8] = []
    var table: [Int] = []

    /// Adds the sectors of a stream.
    /// - Returns: the first of its chain.
    mutating func add(_ bytes: [UInt8], filler: UInt8 = 0) -> Int {
      let count = CompoundFileBuilder.count(bytes.count, CompoundFileBuilder.sector)
      guard count > 0 else { return CompoundFileBuilder.endOfChain }
      let first = table.count
      let padded = CompoundFileBuilder.padded(bytes, to: CompoundFileBuilder.sector, with: filler)
      let pieces = (0..<count).map {
        padded[$0 * CompoundFileBuilder.sector..<($0 + 1) * CompoundFileBuilder.sector]
      }
      sectors += isReversed ? pieces.reversed().flatMap(\.self) : padded
      for place in 0..<count {
        let next = isReversed ? place - 1 : place + 1
        table.append((0..<count).contains(next) ? first + next : CompoundFileBuilder.endOfChain)
      }
      return isReversed ? first + count - 1 : first
    }

    /// The whole file; the table itself takes the last sectors.
    func bytes(directory: Int, smallTable: Int, smallSectors: Int) -> [UInt8] {
      var tableSectors = 1
      while tableSectors * 128 < table.count + tableSectors { tableSectors += 1 }
      let header = RecordBytes()
      for byte in [0xd0cf, 0x11e0, 0xa1b1, 0x1ae1] { header.put2(byte >> 8 | (byte & 0xff) << 8) }
      for _ in 0..<4 { header.put4(0) }
      header.put2(0x3e).put2(3).put2(0xfffe).put2(9).put2(6).put2(0).put4(0).put4(0).put4(tableSectors)
      header.put4(directory).put4(0).put4(4_096).put4(smallTable).put4(smallSectors)
      header.put4(CompoundFileBuilder.endOfChain).put4(0)
      for place in 0..<109 {
        header.put4(place < tableSectors ? table.count + place : CompoundFileBuilder.free)
      }
      let numbers = RecordBytes()
      for next in table { numbers.put4(next) }
      for _ in 0..<tableSectors { numbers.put4(CompoundFileBuilder.tableMark) }
      return header.bytes + sectors
        + CompoundFileBuilder.padded(numbers.bytes, to: CompoundFileBuilder.sector, with: 0xff)
    }
  }
}

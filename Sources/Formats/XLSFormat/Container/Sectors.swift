import Tabular

/// 扇区 — the sectors of a container, or of the stream inside it that holds the small ones.
struct Sectors {
  let source: any ByteSource
  let name: String
  let shift: Int
  let count: Int

  /// Ends a chain.
  private static let endOfChain: UInt32 = 0xffff_fffe
  /// The header has room for the places of so many sectors of the table; more stand in sectors of their own.
  private static let placesInHeader = 109

  private var numbersPerSector: Int { 1 << (shift - 2) }

  /// The sectors of a chain, in order.
  /// - Parameter bytes: how many bytes they must hold; nil for a chain that is as long as it is.
  func chain(
    from start: UInt32, in table: [UInt32], bytes: Int? = nil
  ) throws(FileError) -> [UInt32] {
    // More sectors than there are: the bytes cannot all be here.
    let wanted = bytes.map { ($0 + 1 << shift - 1) >> shift }
    if let wanted, wanted > count { throw .cutOff(at: name) }
    var chain: [UInt32] = []
    var sector = start
    while chain.count != wanted {
      if wanted == nil, sector == Self.endOfChain { break }
      guard sector < count else { throw sector < 0xffff_fffa ? .cutOff(at: name) : broken }
      // A chain that is longer than the file runs in a circle.
      guard chain.count < count else { throw broken }
      chain.append(sector)
      guard sector < table.count else { throw broken }
      sector = table[Int(sector)]
    }
    return chain
  }

  /// The bytes of some sectors, one after the other.
  func bytes(of sectors: [UInt32]) throws(FileError) -> [UInt8] {
    let stream = CompoundStream(
      source: source, origin: 1 << shift, shift: shift, sectors: sectors, count: sectors.count << shift)
    let bytes = try stream.bytes(in: 0..<stream.count)
    guard bytes.count == stream.count else { throw .cutOff(at: name) }
    return bytes
  }

  /// The table of chains: its own sectors are listed in the header and, in large files, in further sectors.
  func table(_ header: [UInt8]) throws(FileError) -> [UInt32] {
    let wanted = header.little32(at: 44)
    guard wanted <= count else { throw .cutOff(at: name) }
    var places = (0..<min(wanted, Self.placesInHeader)).map { UInt32(header.little32(at: 76 + 4 * $0)) }
    var next = UInt32(header.little32(at: 68))
    while places.count < wanted {
      guard next < count else { throw broken }
      let numbers = try bytes(of: [next]).little32s
      places += numbers.prefix(min(numbersPerSector - 1, wanted - places.count))
      next = numbers[numbersPerSector - 1]
    }
    for place in places where place >= count { throw place < 0xffff_fffa ? .cutOff(at: name) : broken }
    return try bytes(of: places).little32s
  }

  private var broken: FileError {
    .damagedWorkbook(at: name, zh: "扇区链断裂", en: "a chain of its sectors is broken")
  }
}

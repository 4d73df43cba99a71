public import Tabular

/// 条目字节流 — an entry that is unpacked while it is read. It never gives a byte more than the directory says,
/// and the last bytes come only after size and check sum were found right: who has read all of `size` has a
/// whole entry.
public final class ZIPEntryStream: ByteStream {
  private let place: String
  private let size: Int
  private let expectedCheckSum: UInt32
  private let packed: PackedBytes
  private let inflater: Inflater?
  private var checkSum = CheckSum()
  private var produced = 0
  private var isComplete = false
  private var failure: FileError?

  init(_ entry: ZIPEntry, in source: any ByteSource, place: String) throws(FileError) {
    self.place = place
    size = entry.size
    expectedCheckSum = entry.checkSum
    packed = PackedBytes(entry, in: source, place: place)
    inflater = entry.method == .deflated ? try Inflater(place: place) : nil
  }

  /// Fills `buffer` with the next bytes.
  /// - Returns: how many: as many as the buffer holds, fewer only where the entry ends, 0 after its end.
  /// - Throws: `.damaged` or `.hostile` where the directory says otherwise; again at every later call.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    if let failure { throw failure }
    if isComplete || buffer.isEmpty { return 0 }
    do {
      return try readNext(into: buffer)
    } catch {
      failure = error
      throw error
    }
  }

  private func readNext(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, size - produced)])
    if let inflater { try fill(room, with: inflater) } else { try packed.read(into: room) }
    checkSum.add(UnsafeRawBufferPointer(room))
    produced += room.count
    if produced == size {
      if let inflater { try end(inflater) }
      guard packed.isAtEnd else { throw EntryTrouble.leftOver.error(at: place) }
      guard checkSum.value == expectedCheckSum else { throw EntryTrouble.checkSum.error(at: place) }
      isComplete = true
    }
    return room.count
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer, with inflater: Inflater) throws(FileError) {
    var filled = 0
    while filled < room.count {
      guard !inflater.hasEnded else { throw EntryTrouble.shorter.error(at: place) }
      filled += try step(inflater, into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
    }
  }

  /// Lets the inflater see the end of the content; one byte more than the directory says is one too many.
  private func end(_ inflater: Inflater) throws(FileError) {
    let spare = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
    defer { spare.deallocate() }
    while !inflater.hasEnded {
      let more = try step(inflater, into: spare)
      guard more == 0 else { throw EntryTrouble.longer.error(at: place) }
    }
  }

  private func step(_ inflater: Inflater, into room: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let input = try packed.next()
    let step = inflater.inflate(input, into: room)
    packed.take(step.consumed)
    // Neither input used nor output made, and not at the end: the packed bytes ran out or make no sense.
    guard !step.isBroken, step.produced > 0 || step.consumed > 0 || inflater.hasEnded else {
      throw EntryTrouble.broken.error(at: place)
    }
    return step.produced
  }
}

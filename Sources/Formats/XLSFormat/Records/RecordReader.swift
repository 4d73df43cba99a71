import Tabular

/// 记录读取器 — takes the records of a stream one after the other, and the fields of a record in their order. A record
/// that is too long for its form goes on in records of its own kind (CONTINUE); reading a field past a record's end
/// takes up the next of those, and is damage where there is none.
struct RecordReader {
  /// The type of the record that is being read.
  private(set) var type: UInt16 = 0
  private let source: any ByteSource
  private let name: String
  /// The part of the stream in memory; what is not yet taken of it lies at `start..<end`.
  private var window: [UInt8] = []
  private var start = 0
  private var end = 0
  /// Where the window ends in the stream.
  private var offset: Int
  /// What is not yet read of the record lies at `field..<recordEnd` of the window.
  private var field = 0
  private var recordEnd = 0

  private static let headSize = 4
  /// The most bytes of one record; longer ones are split.
  private static let longestRecord = 8_224
  private let windowSize: Int

  /// A reader of the records from `offset` on.
  init(_ source: any ByteSource, at offset: Int, name: String, windowSize: Int = 1 << 16) {
    self.source = source
    self.offset = offset
    self.name = name
    self.windowSize = max(windowSize, Self.headSize + Self.longestRecord)
  }

  /// Where the record stands, for messages.
  var place: String { "\(name)@\(offset - (end - recordEnd))" }

  /// Takes the next record.
  /// - Returns: false at the end of the stream.
  mutating func next() throws(FileError) -> Bool {
    start = recordEnd
    guard try fill(Self.headSize) else {
      if end > start { throw .cutOff(at: place) }
      return false
    }
    type = UInt16(window.little16(at: start))
    let length = window.little16(at: start + 2)
    guard length <= Self.longestRecord else { throw damaged }
    guard try fill(Self.headSize + length) else { throw .cutOff(at: place) }
    field = start + Self.headSize
    recordEnd = field + length
    return true
  }

  /// How many bytes of the record are not yet read.
  var left: Int { recordEnd - field }

  /// Goes back to the first field of the record.
  mutating func rewind() { field = start + Self.headSize }

  mutating func uint8() throws(FileError) -> Int {
    if left == 0 { try goOn() }
    field += 1
    return Int(window[field - 1])
  }

  mutating func uint16() throws(FileError) -> Int {
    let low = try uint8()
    return low | (try uint8()) << 8
  }

  mutating func uint32() throws(FileError) -> Int {
    let low = try uint16()
    return low | (try uint16()) << 16
  }

  mutating func double() throws(FileError) -> Double {
    let low = try uint32()
    return Double(bitPattern: UInt64(low) | UInt64(try uint32()) << 32)
  }

  mutating func skip(_ count: Int) throws(FileError) {
    var rest = count
    while rest > 0 {
      if left == 0 { try goOn() }
      let step = min(rest, left)
      field += step
      rest -= step
    }
  }

  /// Takes `count` bytes of the record itself.
  mutating func bytes(_ count: Int) throws(FileError) -> ArraySlice<UInt8> {
    guard count <= left else { throw damaged }
    field += count
    return window[field - count..<field]
  }

  /// Adds the UTF-16 units of `count` characters. Where a text goes on in the next record, that record says anew whether
  /// its characters have one byte or two.
  mutating func characters(_ count: Int, isWide: Bool, into units: inout [UInt16]) throws(FileError) {
    var (rest, isWide) = (count, isWide)
    while rest > 0 {
      if left == 0 {
        try goOn()
        isWide = try uint8() & 1 == 1
      }
      let step = min(rest, isWide ? left / 2 : left)
      guard step > 0 else { throw damaged }
      for index in 0..<step {
        units.append(isWide ? UInt16(window.little16(at: field + 2 * index)) : UInt16(window[field + index]))
      }
      field += isWide ? 2 * step : step
      rest -= step
    }
  }

  /// The record contradicts itself.
  var damaged: FileError {
    .damagedWorkbook(at: place, zh: "记录的长度或内容无效", en: "a record has an impossible length or content")
  }

  /// Takes up the record in which this one goes on.
  private mutating func goOn() throws(FileError) {
    let own = type
    guard try next(), type == RecordType.more, left > 0 else { throw damaged }
    type = own
  }

  /// Sees that `count` bytes from `start` on are in the window.
  private mutating func fill(_ count: Int) throws(FileError) -> Bool {
    if end - start >= count { return true }
    if window.isEmpty { window = [UInt8](repeating: 0, count: windowSize) }
    for place in start..<end { window[place - start] = window[place] }
    (start, end) = (0, end - start)
    (field, recordEnd) = (0, 0)
    let (source, offset, filled) = (source, offset, end)
    let got = try window.withUnsafeMutableBufferPointer { buffer throws(FileError) in
      try source.read(
        at: offset,
        into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
    }
    end += got
    self.offset += got
    return end >= count
  }
}

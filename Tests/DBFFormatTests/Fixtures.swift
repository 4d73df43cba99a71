import DBFFormat
import Tabular

/// A record as a test sees it: its number and its texts by column.
struct ReadRow: Equatable, CustomStringConvertible {
  var number: Int
  var cells: [Int: String]
  var description: String { "\(number): \(cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })" }

  init(_ number: Int, _ texts: String...) { self.init(number, texts) }

  init(_ number: Int, _ texts: [String]) {
    self.number = number
    cells = [:]
    for (column, text) in texts.enumerated() where !text.isEmpty { cells[column] = text }
  }

  init(_ row: RawRow) {
    number = row.number
    cells = Dictionary(uniqueKeysWithValues: row.cells.map { ($0.column, row.text(of: $0)) })
  }
}

/// All rows of a DBF file.
func rows(_ bytes: [UInt8], bufferSize: Int = 1 << 18) throws(FileError) -> [ReadRow] {
  var reader = try DBFReader(MemorySource(bytes), bufferSize: bufferSize)
  var rows: [ReadRow] = []
  var row = RawRow()
  while try reader.read(into: &row) { rows.append(ReadRow(row)) }
  return rows
}

/// What reading a file throws; nil where it reads to its end.
func failure(_ bytes: [UInt8]) -> FileError? {
  do {
    _ = try rows(bytes)
    return nil
  } catch {
    return error
  }
}

/// Records written as a DBF file of 14 May 2026.
func written(_ columns: [DBFColumn], _ records: [[String]]) throws -> [UInt8] {
  let date = DBFDate(year: 2026, month: 5, day: 14)!
  var writer = try DBFWriter(MemorySink(), columns: columns, records: records.count, date: date)
  for record in records { try writer.write(record) }
  try writer.finish()
  return (writer.sink as? MemorySink)?.bytes ?? []
}

/// Texts as a row of fields.
func textRow(_ texts: [String]) -> TextRow {
  var row = TextRow()
  for text in texts { Array(text.utf8).withUnsafeBufferPointer { row.append($0) } }
  return row
}

/// A stream that gives at most a few bytes at a time.
struct TrickleStream: ByteStream {
  let bytes: [UInt8]
  let most: Int
  var position = 0

  init(_ bytes: [UInt8], most: Int) {
    self.bytes = bytes
    self.most = most
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let count = min(most, buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// A hand-made table: header bytes as a program of any make may write them.
struct OddTable {
  var version: UInt8 = 0x03
  var driver: UInt8 = 0x4D
  var fields: [(name: String, type: String, width: Int)] = [("XM", "C", 6), ("CJ", "N", 3)]
  /// The records' bytes, deletion marks included.
  var records: [[UInt8]] = [Array(" AB     60".utf8)]
  var recordCount: UInt32?
  var headerLength: UInt16?
  var recordLength: UInt16?
  /// What stands behind the column descriptions, and behind the records.
  var afterFields: [UInt8] = [0x0D]
  var end: [UInt8] = [0x1A]

  var bytes: [UInt8] {
    let count = recordCount ?? UInt32(records.count)
    let header = headerLength ?? UInt16(32 + 32 * fields.count + afterFields.count)
    let record = recordLength ?? UInt16(fields.reduce(1) { $0 + $1.width })
    var bytes: [UInt8] = [version, 126, 5, 14]
    for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    for number in [header, record] { bytes += [UInt8(number & 0xFF), UInt8(number >> 8)] }
    bytes += [UInt8](repeating: 0, count: 17) + [driver, 0, 0]
    for (name, type, width) in fields {
      bytes += Array(name.utf8) + [UInt8](repeating: 0, count: 11 - name.utf8.count)
      bytes +=
        Array(type.utf8) + [0, 0, 0, 0, UInt8(width & 0xFF), UInt8(width >> 8)]
        + [UInt8](repeating: 0, count: 14)
    }
    return bytes + afterFields + records.joined() + end
  }
}

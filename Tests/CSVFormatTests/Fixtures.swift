import CSVFormat
import Tabular

/// A row as a test sees it: its number and its texts by column.
struct ReadRow: Equatable, CustomStringConvertible {
  var number: Int
  var cells: [Int: String]
  var description: String { "\(number): \(cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })" }

  init(_ number: Int, _ texts: String...) {
    self.number = number
    cells = [:]
    for (column, text) in texts.enumerated() where !text.isEmpty { cells[column] = text }
  }

  init(_ row: RawRow) {
    number = row.number
    cells = Dictionary(uniqueKeysWithValues: row.cells.map { ($0.column, row.text(of: $0)) })
  }
}

/// All rows of a CSV file.
func rows(
  _ bytes: [UInt8], limits: CSVLimits = CSVLimits(), removesGuards: Bool = false, bufferSize: Int = 1 << 18
) throws(FileError) -> [ReadRow] {
  var reader = try CSVReader(
    MemorySource(bytes), limits: limits, removesGuards: removesGuards, bufferSize: bufferSize)
  var rows: [ReadRow] = []
  var row = RawRow()
  while try reader.read(into: &row) { rows.append(ReadRow(row)) }
  return rows
}

/// All rows of a text in UTF-8.
func rows(_ text: String) throws(FileError) -> [ReadRow] { try rows(Array(text.utf8)) }

/// What reading a file throws; nil where it reads to its end.
func failure(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> FileError? {
  do {
    _ = try rows(bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}

/// What reading a text in UTF-8 throws.
func failure(_ text: String, limits: CSVLimits = CSVLimits()) -> FileError? {
  failure(Array(text.utf8), limits: limits)
}

/// Rows written as a CSV file.
func written(
  _ rows: [[String]], _ encoding: CSVEncoding = .utf8, lineBreak: CSVWriter.LineBreak = .lf,
  cells: CSVWriter.Cells = .exact
) throws -> [UInt8] {
  var writer = try CSVWriter(MemorySink(), encoding: encoding, lineBreak: lineBreak, cells: cells)
  for row in rows { try writer.write(row) }
  try writer.finish()
  return (writer.sink as? MemorySink)?.bytes ?? []
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

/// Small files with everything that CSV can hold, in every encoding.
enum Fixtures {
  static let table = [
    ["准考证号", "姓名", "备注"],
    ["6599990001010001", "张\u{4DAE}", "第一行\n第二行,\"引\"\r\n完"],
    ["6599990001010002", "欧阳·\u{2CC56}", ""],
    ["", "", "€ 一 ＠"],
    ["6599990001010003", "阿卜杜拉", "a,b;c\td"],
  ]
  static let read = [
    ReadRow(1, "准考证号", "姓名", "备注"),
    ReadRow(2, "6599990001010001", "张\u{4DAE}", "第一行\n第二行,\"引\"\r\n完"),
    ReadRow(5, "6599990001010002", "欧阳·\u{2CC56}"),
    ReadRow(6, "", "", "€ 一 ＠"),
    ReadRow(7, "6599990001010003", "阿卜杜拉", "a,b;c\td"),
  ]
}

internal import Tabular

/// DBF 文件头 — the bytes before the first record.
enum DBFHeader {
  static let length = 32
  static let columnLength = 32
  static let endOfHeader: UInt8 = 0x0D
  static let endOfFile: UInt8 = 0x1A
  /// Language driver of code page 936.
  static let chinese: UInt8 = 0x4D
  private static let version: UInt8 = 0x03
  // dBASE III's own limits.
  private static let mostColumns = 128
  private static let longestRecord = 4000

  /// The header of a dBASE III file.
  /// - Throws: `.unsupported` where the format cannot hold such columns or so many records.
  static func bytes(columns: [DBFColumn], records: Int, date: DBFDate) throws(FileError) -> [UInt8] {
    let recordLength = columns.reduce(1) { $0 + max(0, min($1.width, longestRecord)) }
    guard (1...mostColumns).contains(columns.count), recordLength <= longestRecord,
      let count = UInt32(exactly: records)
    else {
      throw FileError(
        .unsupported, zh: "dBASE III 最多 \(mostColumns) 列，每条记录最多 \(longestRecord) 字节。请减少列或缩短列宽。",
        en:
          "dBASE III has at most \(mostColumns) columns and \(longestRecord) bytes a record. Use fewer or "
          + "narrower columns."
      )
    }
    var bytes: [UInt8] = [version, UInt8(date.year - 1900), UInt8(date.month), UInt8(date.day)]
    append(count, to: &bytes)
    append(UInt16(length + columns.count * columnLength + 1), to: &bytes)
    append(UInt16(recordLength), to: &bytes)
    bytes.append(contentsOf: repeatElement(0, count: 17))
    bytes.append(contentsOf: [chinese, 0, 0])
    var names: Set<String> = []
    for column in columns {
      guard isWritable(column), names.insert(column.name).inserted else {
        throw FileError(
          .unsupported, at: column.name,
          zh: "列定义不能写入 dBASE III：列名为 1–10 个大写字母、数字或下划线且不重复，C 列宽 1–254，N 列宽 1–20。请修改导出定义。",
          en:
            "dBASE III has no such column: names are 1–10 capital letters, digits or underscores and "
            + "differ, C columns are 1–254 wide, N columns 1–20. Correct the export's definition."
        )
      }
      bytes.append(contentsOf: column.name.utf8)
      bytes.append(contentsOf: repeatElement(0, count: 11 - column.name.utf8.count))
      bytes.append(column.type.rawValue)
      bytes.append(contentsOf: repeatElement(0, count: 4))
      bytes.append(contentsOf: [UInt8(column.width), UInt8(column.decimals)])
      bytes.append(contentsOf: repeatElement(0, count: 14))
    }
    bytes.append(endOfHeader)
    return bytes
  }

  private static func isWritable(_ column: DBFColumn) -> Bool {
    let hasName =
      (1...10).contains(column.name.utf8.count)
      && column.name.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
    return switch column.type {
    case .text: hasName && (1...254).contains(column.width) && column.decimals == 0
    case .number:
      hasName && (1...20).contains(column.width)
        && (column.decimals == 0 || (1...15).contains(column.decimals) && column.decimals <= column.width - 2)
    default: false
    }
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

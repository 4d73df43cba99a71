internal import CPostgres
internal import Storage

/// The values of a statement in the form in which libpq takes them: numbers and text as text, bytes as they are.
struct PostgresParameters {
  private var bytes: [UInt8] = []
  /// Where each value begins in `bytes`; -1 is null.
  private var starts: [Int] = []
  private var types: [Oid] = []
  private var lengths: [CInt] = []
  private var formats: [CInt] = []

  /// - Throws: `.failed` for text that holds a NUL, which PostgreSQL cannot store.
  init(_ values: [SQLValue]) throws(StoreError) {
    for value in values { try add(value) }
  }

  private mutating func add(_ value: SQLValue) throws(StoreError) {
    let start = bytes.count
    switch value {
    case .null:
      // The server finds out the type from where the parameter stands.
      append(start: -1, type: 0)
      return
    case .integer(let number):
      append(start: start, type: PostgresType.int8)
      bytes += String(number).utf8
    case .real(let number):
      append(start: start, type: PostgresType.float8)
      bytes += String(number).utf8
    case .text(let text):
      append(start: start, type: PostgresType.text)
      bytes += text.utf8
      guard !bytes[start...].contains(0) else { throw .holdsNUL }
    case .bytes(let content):
      append(start: start, type: PostgresType.bytea, length: CInt(content.count), format: 1)
      bytes += content
    }
    bytes.append(0)
  }

  private mutating func append(start: Int, type: Oid, length: CInt = 0, format: CInt = 0) {
    starts.append(start)
    types.append(type)
    lengths.append(length)
    formats.append(format)
  }

  /// What libpq's calls take, one after the other: the count, the types, the values, their lengths and formats.
  func withArguments<Result>(
    _ body: (
      CInt, UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?,
      UnsafePointer<CInt>?
    ) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { bytes in
      let values = starts.map { start -> UnsafePointer<CChar>? in
        start < 0 ? nil : bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
      }
      return body(CInt(starts.count), types, values, lengths, formats)
    }
  }
}

/// The numbers of PostgreSQL's types that are used here.
enum PostgresType {
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let text: Oid = 25
  static let float8: Oid = 701
}

extension StoreError {
  static let holdsNUL = StoreError(
    .failed, zh: "文字里有空字符（U+0000），数据库不能保存它。数据没有改变；请删去它后重试。",
    en:
      "A text holds a NUL character (U+0000), which the store cannot keep. Nothing changed; remove it and retry."
  )
}

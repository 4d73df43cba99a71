internal import ExamModel
internal import Programmes
internal import Tabular

/// 列文字 — how the values of one column are written: padded, shortened, or with the name of their code, as the layout
/// says. Prepared once for a file.
struct ColumnText: Sendable {
  private let style: ExportColumn.Style
  private let zeros: Int
  private let names: [String: String]

  init(_ column: ExportColumn, _ context: ExportContext) {
    style = column.style
    zeros = column.source.isPadded ? column.width : 0
    let table = column.source.codeTable.flatMap {
      context.programme.table($0, sitting: context.sitting.number)
    }
    let items = table?.items ?? []
    names = Dictionary(items.map { ($0.code, $0.name) }) { first, _ in first }
  }

  /// Whether values are written as they are stored.
  var isPlain: Bool { style == .plain && zeros == 0 }

  func text(_ value: String) -> String {
    if isPlain { return value }
    var bytes: [UInt8] = []
    var value = value
    value.withUTF8 { append($0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a stored value, UTF-8, as it is written.
  func append(_ value: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if value.isEmpty { return }
    switch style {
    case .plain:
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, zeros - value.count)))
      bytes.append(contentsOf: value)
    case .name, .both:
      let code = String(decoding: value, as: UTF8.self)
      let name = names[code]
      bytes.append(contentsOf: (style == .both ? name.map { "(\(code))\($0)" } ?? code : name ?? code).utf8)
    case .compact:
      for byte in value where byte != UInt8(ascii: "-") { bytes.append(byte) }
    case .lastFour:
      // The last four characters; of ASCII, which numbers are made of, they are bytes.
      if value.allSatisfy({ $0 < 0x80 }) {
        bytes.append(contentsOf: value.suffix(4))
      } else {
        bytes.append(contentsOf: String(decoding: value, as: UTF8.self).suffix(4).utf8)
      }
    }
  }
}

extension ExportField {
  /// Numbers that stand with leading zeros in a column of a set width: seat `001`.
  fileprivate var isPadded: Bool {
    switch self {
    case .registrationNumber, .batch, .seat: true
    default: false
    }
  }

  /// The code table whose names belong to the values.
  fileprivate var codeTable: String? {
    switch self {
    case .sex: "sex"
    case .ethnicity: "ethnicity"
    case .education: "education"
    case .documentType: "document-type"
    case .subject, .subjects: "subject"
    case .roomKind: "room-kind"
    case .result: "result"
    case .violation: "violation"
    default: nil
    }
  }

  /// Values that are numbers to calculate with.
  var isNumber: Bool {
    switch self {
    case .number, .subjectCount, .seats, .used, .free, .score: true
    default: false
    }
  }
}

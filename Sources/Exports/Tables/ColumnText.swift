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

  func text(_ value: String) -> String {
    if value.isEmpty { return value }
    switch style {
    case .plain: return padded(value)
    case .name: return names[value] ?? value
    case .both: return names[value].map { "(\(value))\($0)" } ?? value
    case .compact: return String(decoding: value.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    case .lastFour: return Self.lastFour(of: value)
    }
  }

  /// The last four characters; of ASCII, which numbers are made of, they are bytes.
  private static func lastFour(of value: String) -> String {
    let isASCII = value.utf8.allSatisfy { $0 < 0x80 }
    return isASCII ? String(value.utf8.suffix(4)) ?? value : String(value.suffix(4))
  }

  private func padded(_ value: String) -> String {
    let missing = zeros - value.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + value : value
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

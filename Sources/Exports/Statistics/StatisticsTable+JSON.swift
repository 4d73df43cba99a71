internal import Tabular

/// As programs see it: `{"rows":[{…}],"total":{…}}`, codes instead of their words, a key for each column that has a value.
extension StatisticsTable: Encodable {
  private enum CodingKeys: CodingKey {
    case rows
    case total
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows.map { KeyedRow(columns: columns, cells: $0) }, forKey: .rows)
    try container.encode(KeyedRow(columns: columns, cells: total), forKey: .total)
  }

  /// One row under the columns' keys.
  private struct KeyedRow: Encodable {
    var columns: [Column]
    var cells: [Cell]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: ColumnKey.self)
      for (column, cell) in zip(columns, cells) {
        let key = ColumnKey(stringValue: column.key)
        switch cell {
        case .text(let text): try container.encode(text, forKey: key)
        case .named(let code, _): if !code.isEmpty { try container.encode(code, forKey: key) }
        case .hundredths(let value): try container.encode(Double(value) / 100, forKey: key)
        case .count(let count): try container.encode(count, forKey: key)
        case .share(let share): try container.encode(share, forKey: key)
        case .blank: break
        }
      }
    }
  }

  private struct ColumnKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

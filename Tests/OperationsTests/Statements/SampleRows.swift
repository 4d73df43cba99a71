import Programmes
import Tabular

extension SheetFile {
  /// A file of rows as a layout's template shows one, each with numbers of its own.
  static func samples(of layout: Layout, count: Int) -> SheetFile {
    let columns = layout.columns.filter { $0.replaces.isEmpty && $0.type != .ignored }
    let rows = (0..<count).map { number in columns.map { SheetCell.text(sample(of: $0, number)) } }
    return SheetFile(layout.sheet ?? "数据", rows: [columns.map { .text($0.heading) }] + rows)
  }

  private static func sample(of column: LayoutColumn, _ number: Int) -> String {
    let sample = column.sample ?? ""
    switch column.type {
    case .document: return Candidate(number).id
    case .email: return Candidate(number).email
    // What ends in a serial number is the number of something.
    case .text
    where sample.count > 8 && sample.allSatisfy { $0.isLetter || $0.isNumber }
      && sample.last?.isNumber == true:
      return sample.dropLast(4) + MadeID.pad(number, 4)
    default: return sample
    }
  }

  /// The rows as lines of a CSV file, the headings first.
  var lines: [String] { rows.map { row in row.map(\.text).joined(separator: ",") } }
}

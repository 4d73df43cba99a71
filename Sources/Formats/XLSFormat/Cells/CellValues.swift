import SheetCells
import Tabular

/// 单元格取值 — what a number in a cell reads as under the cell's style.
struct CellValues {
  let formats: [NumberFormat]
  let dateSystem: DateSystem

  /// Adds the number's text.
  /// - Returns: what the cell is; nil, with nothing added, for an unknown style or for what is no finite number.
  func append(_ number: Double, style: Int, to bytes: inout [UInt8]) -> CellKind? {
    // A workbook without styles formats nothing.
    guard formats.isEmpty || style < formats.count, number.isFinite else { return nil }
    let format = formats.isEmpty ? .number : formats[style]
    if format != .number,
      DateText.append(serial: number, isTimeOnly: format == .time, system: dateSystem, to: &bytes)
    {
      return .date
    }
    return NumberText.append(double: number, to: &bytes)
  }
}

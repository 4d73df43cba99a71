extension OldWorkbookBuilder {
  /// The part of the stream that holds a sheet.
  func sheet(of sheet: Sheet, _ texts: SharedTextRecords) -> [UInt8] {
    var records = OldRecords()
    records.begin(part: 0x10, isExcel95: isExcel95)
    let lastRow = sheet.rows.map(\.number).max() ?? 0
    let lastColumn = sheet.rows.flatMap(\.cells).map { $0.column + 1 }.max() ?? 0
    records.add(0x200) {
      if isExcel95 { $0.put2(0).put2(lastRow) } else { $0.put4(0).put4(lastRow) }
      $0.put2(0).put2(lastColumn).put2(0)
    }
    for row in sheet.rows {
      var cells = row.cells[...]
      while let (column, cell) = cells.popFirst() {
        guard case .packed(let number) = cell.value else {
          add(cell, row: row.number - 1, column, texts, &records)
          continue
        }
        var run = [(style: cell.style, number: number)]
        while let next = cells.first, next.column == column + run.count,
          case .packed(let number) = next.cell.value
        {
          run.append((next.cell.style, number))
          cells.removeFirst()
        }
        add(run, row: row.number - 1, column, &records)
      }
    }
    records.add(0x0a) { _ in }
    return records.bytes
  }

  private func add(
    _ run: [(style: Int, number: Double)], row: Int, _ column: Int, _ records: inout OldRecords
  ) {
    records.add(run.count == 1 ? 0x27e : 0xbd) {
      $0.put2(row).put2(column)
      for (style, number) in run { $0.put2(style).put4(Self.packed(number)) }
      if run.count > 1 { $0.put2(column + run.count - 1) }
    }
  }

  private func add(
    _ cell: Cell, row: Int, _ column: Int, _ texts: SharedTextRecords, _ records: inout OldRecords
  ) {
    func cellRecord(_ type: Int, _ body: (RecordBytes) -> Void) {
      records.add(type) { body($0.put2(row).put2(column).put2(cell.style)) }
    }
    switch cell.value {
    case .text(let text) where !isExcel95: cellRecord(0xfd) { $0.put4(texts.index(of: text)) }
    case .text(let text), .ownText(let text): cellRecord(0x204) { put(text, into: $0) }
    case .number(let number), .packed(let number):
      cellRecord(0x203) { $0.put8(Int(bitPattern: UInt(number.bitPattern))) }
    case .boolean(let truth): cellRecord(0x205) { $0.put2(truth ? 1 : 0) }
    case .error(let code): cellRecord(0x205) { $0.put2(code | 1 << 8) }
    case .blank: records.add(0x201) { $0.put2(row).put2(column).put2(cell.style) }
    case .formula(let result):
      cellRecord(0x06) { Self.putResult(result, into: $0).put2(0).put4(0).put2(0) }
      if case .text(let text) = result { records.add(0x207) { put(text, into: $0) } }
    }
  }

  /// A formula's result in eight bytes: a number, or what it is with the upper two bytes set.
  private static func putResult(_ result: Value, into record: RecordBytes) -> RecordBytes {
    switch result {
    case .number(let number), .packed(let number): record.put8(Int(bitPattern: UInt(number.bitPattern)))
    case .boolean(let truth): record.put2(1).put2(truth ? 1 : 0).put4(0xffff_0000)
    case .error(let code): record.put2(2).put2(code).put4(0xffff_0000)
    case .text, .ownText: record.put2(0).put2(0).put4(0xffff_0000)
    case .formula, .blank: record.put2(3).put2(0).put4(0xffff_0000)
    }
  }

  private static func packed(_ number: Double) -> Int {
    let most = Double(1 << 29)
    if number == number.rounded(), abs(number) < most { return (Int(number) << 2 | 2) & 0xffff_ffff }
    let hundredfold = (number * 100).rounded()
    if hundredfold / 100 == number, abs(hundredfold) < most {
      return (Int(hundredfold) << 2 | 3) & 0xffff_ffff
    }
    return Int(number.bitPattern >> 32) & 0xffff_fffc
  }
}

import CXlsxWriter
public import Tabular

extension WorkbookWriter {
  /// Offers a list in the cells of an area; what is not on it is refused when it is typed, a blank is not.
  /// - Parameter hint: what is shown beside a cell that is selected; cut to 255 characters.
  /// - Throws: `.tooLarge` for texts that have a comma or together over 255 bytes of UTF-8: put them on a sheet.
  public mutating func offer(
    _ choices: CellChoices, in area: CellArea, hint: String? = nil, sheet: Sheet
  ) throws(FileError) {
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    let hintText = CText(hint.map { String($0.prefix(255)) })
    validation.input_message = hintText.pointer
    switch choices {
    case .texts(let texts):
      // A spreadsheet takes 255 characters; the library's buffer has room for as many bytes and looks no further.
      guard texts.allSatisfy({ !$0.contains(",") }), texts.joined(separator: ",").utf8.count <= 255 else {
        throw FileError(
          .tooLarge, at: sheets[sheet.index].name, zh: "下拉选项含有逗号或合计超过 255 字节。请改为引用码表工作表。",
          en: "A list has a comma or over 255 bytes in all. Refer to cells of a sheet instead.")
      }
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      try texts.withCStrings { list throws(FileError) in
        validation.value_list = list
        try add(&validation, area, sheet)
      }
    case .cells(let source, let other):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      let formula = CText(source.reference(sheet: sheets[other.index].name))
      validation.value_formula = formula.pointer
      try add(&validation, area, sheet)
    }
  }

  private func add(
    _ validation: inout lxw_data_validation, _ area: CellArea, _ sheet: Sheet
  ) throws(FileError) {
    let error = worksheet_data_validation_range(
      sheets[sheet.index].pointer, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, &validation
    )
    try check(error, area.rows.lowerBound, area.columns.lowerBound, sheet)
  }
}

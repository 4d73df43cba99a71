import Tabular
import Testing

@testable import XLSXFormat

@Suite("Dates")
struct DateTests {
  private func date(_ serial: String, format: String, uses1904: Bool = false) throws -> TestCell? {
    try TestBook(
      rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>", formats: [format],
      uses1904: uses1904
    ).onlyCell()
  }

  @Test(
    "Serials are days of the 1900 system, its day that never was included",
    arguments: [
      ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
      ("36162", "1999-01-02"), ("36526", "2000-01-01"), ("36585", "2000-02-29"), ("2958465", "9999-12-31"),
      ("36162.5", "1999-01-02 12:00:00"), ("36162.354166666664", "1999-01-02 08:30:00"),
      ("36161.999999999", "1999-01-02"), ("0.354166666666667", "08:30:00"), ("0", "00:00:00"),
    ])
  func from1900(serial: String, expected: String) throws {
    #expect(
      try date(serial, format: "14") == TestCell(column: 0, text: expected, kind: .date, isFormula: false))
  }

  @Test(
    "Serials are days of the 1904 system where the workbook says so",
    arguments: [
      ("0", "14", "1904-01-01"), ("34700", "14", "1999-01-02"), ("34700.5", "22", "1999-01-02 12:00:00"),
      ("0.5", "21", "12:00:00"),
    ])
  func from1904(serial: String, format: String, expected: String) throws {
    #expect(try date(serial, format: format, uses1904: true)?.text == expected)
  }

  @Test(
    "A number that is no date stays a number, as where 19990102 was typed into a cell for dates",
    arguments: [
      "19990102", "-1", "2958466",
    ])
  func noDate(serial: String) throws {
    #expect(
      try date(serial, format: "14") == TestCell(column: 0, text: serial, kind: .number, isFormula: false))
  }
}

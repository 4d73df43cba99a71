import SheetCells
import Testing

@Suite("Number formats and the calendar")
struct NumberFormatTests {
  @Test(
    "A format's code tells dates and times from numbers",
    arguments: [
      ("yyyy\"年\"m\"月\"d\"日\"", NumberFormat.date), ("yyyy-mm-dd;@", .date),
      ("[$-804]yyyy\"年\"m\"月\"", .date),
      ("m\"月\"", .date), ("d-mmm", .date), ("h:mm:ss", .time), ("[h]:mm", .time), ("mm:ss.0", .time),
      ("上午/下午h\"时\"mm\"分\"", .time), ("yyyy/m/d h:mm", .date), ("General", .number), ("0.00", .number),
      ("0.00\"年ymd\"", .number), ("[Red]0", .number), ("#,##0_d", .number), ("0\\d", .number), ("@", .number),
      ("[DBNum1]0", .number), ("0*y", .number), ("[>=100]0", .number), ("\"未关闭yy", .number), ("[", .number),
    ])
  func codes(code: String, expected: NumberFormat) {
    #expect(NumberFormat(code: code) == expected)
  }

  @Test(
    "The built-in formats of dates and times are known",
    arguments: [
      (13, NumberFormat.number), (14, .date), (17, .date), (18, .time), (21, .time), (22, .date),
      (23, .number),
      (27, .date), (32, .time), (36, .date), (37, .number), (45, .time), (47, .time), (49, .number),
      (50, .date),
      (55, .time), (58, .date), (59, .number),
    ])
  func builtins(id: Int, expected: NumberFormat) {
    #expect(NumberFormat(builtin: id) == expected)
  }

  @Test(
    "Days go to the calendar and back",
    arguments: [-800_000, -719_469, -1, 0, 58, 59, 11_016, 47_540, 2_932_896])
  func calendar(days: Int) {
    for day in days..<days + 1_500 {
      let date = CivilDate(daysSince1970: day)
      #expect(date.daysSince1970 == day)
      #expect((1...12).contains(date.month) && (1...31).contains(date.day))
    }
  }
}

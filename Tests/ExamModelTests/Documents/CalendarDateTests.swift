import ExamModel
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "every spelling of a date is the same day",
    arguments: [
      "19990102", "1999-1-2", "1999-01-02", "1999/1/2", "1999/01/02", "1999.1.2", "1999年1月2日", "1999年01月02日",
    ])
  func spellings(text: String) {
    #expect(CalendarDate(text) == CalendarDate(year: 1999, month: 1, day: 2))
  }

  @Test(
    "what is no date is nil",
    arguments: [
      "", "1999", "1999-02-30", "19990230", "1900-02-29", "1999-13-01", "1999-00-01", "1999-1-0", "1999-1/2",
      "1999-1-2 ", " 1999-1-2", "1999-1", "1999-1-", "99-1-2", "1999-001-2", "1999年1月2", "1999年1-2日",
      "1999_1_2",
      "1999-1-2-", "１９９９0102", "199901020", "1999010", "00000101", "1999年1月2号",
    ])
  func notDates(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "leap days are those of the Gregorian calendar",
    arguments: [(2000, true), (1900, false), (2024, true), (2023, false)])
  func leapDays(year: Int, isLeap: Bool) {
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test("day numbers and days are each other's inverse, and each day follows the one before")
  func dayNumbers() throws {
    #expect(CalendarDate(dayNumber: 0)?.iso == "1970-01-01")
    #expect(CalendarDate(dayNumber: -719_162)?.iso == "0001-01-01")
    #expect(CalendarDate(dayNumber: -719_163) == nil)
    #expect(CalendarDate(dayNumber: 2_932_896)?.iso == "9999-12-31")
    #expect(CalendarDate(dayNumber: 2_932_897) == nil)
    var previous = try #require(CalendarDate(dayNumber: -30_001))
    for number in -30_000...40_000 {
      let date = try #require(CalendarDate(dayNumber: number))
      #expect(date.dayNumber == number)
      #expect(date > previous)
      #expect(date.day == previous.day + 1 || date.day == 1)
      previous = date
    }
  }

  @Test("weekdays go on across 1970")
  func weekdays() throws {
    #expect(CalendarDate("2020-09-26")?.weekday == .saturday)
    #expect(CalendarDate("1970-01-01")?.weekday == .thursday)
    #expect(CalendarDate("1969-12-28")?.weekday == .sunday)
    #expect(CalendarDate("2020-02-28")?.adding(days: 2)?.iso == "2020-03-01")
    #expect(CalendarDate("2020-03-01")?.adding(days: -1)?.iso == "2020-02-29")
    #expect(CalendarDate("9999-12-31")?.adding(days: .max) == nil)
  }

  @Test(
    "an age is counted in full years",
    arguments: [
      ("2000-02-29", "2020-02-28", 19), ("2000-02-29", "2020-02-29", 20), ("2000-02-29", "2021-02-28", 20),
      ("2000-02-29", "2021-03-01", 21), ("2014-09-26", "2020-09-26", 6), ("2014-09-27", "2020-09-26", 5),
    ])
  func ages(birth: String, on: String, age: Int) throws {
    let date = try #require(CalendarDate(on))
    #expect(CalendarDate(birth)?.age(on: date) == age)
  }

  @Test("serial numbers of both systems are days; the 29 February 1900 is none")
  func serials() {
    #expect(CalendarDate(serial: 1)?.iso == "1900-01-01")
    #expect(CalendarDate(serial: 59)?.iso == "1900-02-28")
    #expect(CalendarDate(serial: 60) == nil)
    #expect(CalendarDate(serial: 61)?.iso == "1900-03-01")
    #expect(CalendarDate(serial: 36_162)?.iso == "1999-01-02")
    #expect(CalendarDate(serial: 34_700, countsFrom1904: true)?.iso == "1999-01-02")
    #expect(CalendarDate(serial: 0, countsFrom1904: true)?.iso == "1904-01-01")
    #expect(CalendarDate(serial: -1) == nil)
    #expect(CalendarDate(serial: .max) == nil)
  }

  @Test("short years are written with four digits")
  func text() {
    #expect(CalendarDate(year: 33, month: 4, day: 3)?.description == "0033-04-03")
    #expect(CalendarDate("2020-09-26")?.compact == "20200926")
  }
}

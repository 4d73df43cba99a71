extension CalendarDate {
  /// 星期 — the days of the week as ISO 8601 counts them.
  public enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The number of days since 1 January 1970; negative before it.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let fromMonday = ((dayNumber + 3) % 7 + 7) % 7
    return Weekday.allCases[fromMonday]
  }

  /// The day a number of days later (earlier where negative), or nil outside the years 1–9999.
  public func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  /// How many days lie between this day and a later one; negative where `other` is earlier.
  public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// 周岁 — the full years of somebody born on this day on another day. Who was born on 29 February is a year older on
  /// 1 March of a common year. Negative where `date` lies before the birth.
  public func age(on date: CalendarDate) -> Int {
    let hadBirthday = (date.month, date.day) >= (month, day)
    return date.year - year - (hadBirthday ? 0 : 1)
  }
}

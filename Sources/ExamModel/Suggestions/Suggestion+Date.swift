extension Suggestion {
  /// Years in which a date of a sheet can lie; one outside them is no reading of a mistyped date.
  private static let years = 1900...2100

  /// The date that was meant by one whose parts are swapped (`31/12/1999`, `1999-31-12`, `31121999`), that has full-width
  /// digits, letters for digits, or marks that dates do not have (`1999年12月31`). Nil where two days fit (`05/06/1999`).
  public static func date(_ text: String) -> CalendarDate? {
    guard let plain = TypingSlips.plain(text) else { return nil }
    // Blanks between the parts may be all that parts them.
    let parted = text.utf8.contains(UInt8(ascii: " ")) ? text : plain
    let runs = TypingSlips.numbers(in: TypingSlips.lettersAsDigits(parted))
    let days = Set(runs.count == 1 ? readings(of: runs[0]) : readings(of: runs))
    return days.count == 1 ? days.first : nil
  }

  /// The days that eight digits may stand for; as year, month, day they are a day by themselves.
  private static func readings(of digits: Substring) -> [CalendarDate] {
    guard digits.utf8.count == 8 else { return [] }
    let yearFirst = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)]
    let yearLast = [digits.prefix(2), digits.dropFirst(2).prefix(2), digits.suffix(4)]
    let first = readings(of: yearFirst)
    return first.isEmpty ? readings(of: yearLast) : first
  }

  /// The days that three numbers may stand for: the year first or last, day and month in the usual order for that
  /// where that is a day, else in the other. A time of midnight behind them does not count.
  private static func readings(of runs: [Substring]) -> [CalendarDate] {
    guard runs.count == 3 || (5...6).contains(runs.count) && runs.dropFirst(3).allSatisfy({ Int($0) == 0 })
    else { return [] }
    let numbers = runs.prefix(3).map { $0.utf8.count <= 4 ? Int($0) ?? 0 : 0 }
    if runs[0].utf8.count == 4 {
      let usual = day(numbers[0], numbers[1], numbers[2])
      return (usual ?? day(numbers[0], numbers[2], numbers[1])).map { [$0] } ?? []
    }
    guard runs[2].utf8.count == 4 else { return [] }
    return [day(numbers[2], numbers[1], numbers[0]), day(numbers[2], numbers[0], numbers[1])].compactMap(
      \.self)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    years.contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
  }
}

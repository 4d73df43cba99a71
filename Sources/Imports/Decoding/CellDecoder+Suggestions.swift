internal import ExamModel
internal import Programmes
internal import Tabular

extension CellDecoder {
  /// What was probably meant by a value that could not be read. A suggestion can be read where the value could not.
  func suggestion(for value: String) -> String? {
    switch column.type {
    case .code, .codes: suggestedCodes(value)
    case .date: Suggestion.date(value)?.iso
    case .time: Suggestion.time(value)
    case .moment: suggestedMoment(value)
    case .digits, .integer: Suggestion.digits(value)
    case .decimal, .money: Suggestion.decimal(value)
    case .phone: Suggestion.phone(value)
    case .email: Suggestion.email(value)
    case .text, .name, .document, .ignored: nil
    }
  }

  /// A day and a time may each be mistyped; without a time it is midnight.
  private func suggestedMoment(_ value: String) -> String? {
    let halves = value.split(maxSplits: 1) { $0 == " " || $0 == "T" || $0 == "\u{3000}" }
    guard let first = halves.first else { return nil }
    let day = CalendarDate(String(first)) ?? Suggestion.date(String(first))
    guard halves.count == 2 else { return day.map { "\($0.iso) 00:00" } }
    let clock = String(halves[1])
    let whole = day.map { "\($0.iso) \(clock)" }
    if let whole, Instant(whole) != nil { return whole }
    let time = TimeOfDay(clock)?.text ?? Suggestion.time(clock)
    return day.flatMap { day in time.map { "\(day.iso) \($0)" } }
  }

  /// The cell with every code that is not known replaced by the one that was probably meant; a single code together with
  /// its name, so that one sees what it is.
  private func suggestedCodes(_ value: String) -> String? {
    guard let codes else { return nil }
    let parts = codeParts(of: value)
    if parts.count == 1 { return codes.near(parts[0]).map { "\($0.code)-\($0.name)" } }
    let meant = parts.map { codes.code(of: $0) ?? codes.near($0)?.code }
    let found = meant.compactMap(\.self)
    return found.count == parts.count ? found.joined(separator: ",") : nil
  }
}

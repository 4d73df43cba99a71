/// 遮盖 — how an identity number is shown to people and in reports: its last four characters (IDN-06).
public enum Masking {
  /// `…0014` of a number; a number of four characters or fewer is hidden whole.
  public static func shortened(_ number: String) -> String {
    number.count > 4 ? "…" + number.suffix(4) : "…"
  }

  /// A cell's text with every resident ID in it shortened, for cells in which no such number belongs: 17 digits with a day
  /// in them and a check character, in any width. Numbers of orders and tickets stay whole.
  static func hidingResidentIDs(in text: String) -> String {
    guard text.utf8.count >= 18 else { return text }
    var shown = ""
    var run: [Character] = []
    for character in text {
      if character.wholeNumberValue != nil || "XxＸｘ".contains(character) {
        run.append(character)
        continue
      }
      shown += isResidentID(run) ? shortened(String(run)) : String(run)
      run = []
      shown.append(character)
    }
    return shown + (isResidentID(run) ? shortened(String(run)) : String(run))
  }

  private static func isResidentID(_ run: [Character]) -> Bool {
    guard run.count == 18 else { return false }
    let digits = run.prefix(17).compactMap(\.wholeNumberValue)
    guard digits.count == 17 else { return false }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    return (1900...2100).contains(number(6..<10)) && (1...12).contains(number(10..<12))
      && (1...31).contains(number(12..<14))
  }
}

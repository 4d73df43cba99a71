internal import Imports

/// 屏幕文字 — text from files as a screen may show it: resident ID numbers masked wherever they stand (IDN-06), and
/// nothing that would move the cursor.
enum ScreenText {
  /// The text with every run of 18 letters and digits that has the form of a resident ID shortened to its last four.
  static func masked(_ text: String) -> String {
    var shown = ""
    var run = ""
    for character in text {
      if isLetterOrDigit(character) {
        run.append(character)
        continue
      }
      shown += shownRun(run)
      run = ""
      shown.append(isControl(character) ? " " : character)
    }
    return shown + shownRun(run)
  }

  private static func shownRun(_ run: String) -> String {
    let isNumber = run.count == 18 && run.dropLast().allSatisfy(isDigit) && run.last.map(isCheck) == true
    return isNumber ? Masking.shortened(run) : run
  }

  /// Full-width forms count too: they are what a mistaken cell holds.
  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }

  private static func isCheck(_ character: Character) -> Bool {
    isDigit(character) || "XxＸｘ".contains(character)
  }

  private static func isLetterOrDigit(_ character: Character) -> Bool {
    isDigit(character) || ("a"..."z").contains(character) || ("A"..."Z").contains(character)
      || "Ｘｘ".contains(character)
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

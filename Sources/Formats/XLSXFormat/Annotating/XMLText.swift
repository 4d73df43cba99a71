/// Text made fit for the XML of a part.
enum XMLText {
  /// The declaration that every part begins with that is written anew.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

  /// A text between tags or in an attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{fffe}", "\u{ffff}": escaped += "\u{fffd}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The text of a cell; what XML cannot hold stands escaped as spreadsheets do it.
  static func ofCell(_ text: String) -> String { escaped(EscapedText.escaping(text)) }

  /// The text of a comment, in which nothing resolves escapes.
  static func ofComment(_ text: String) -> String { escaped(EscapedText.printable(text)) }

  /// A text of at most so many characters, counted as spreadsheets count them (UTF-16 units).
  static func shortened(_ text: String, most: Int) -> String {
    guard text.utf16.count > most else { return text }
    var short = ""
    var units = 1
    for character in text {
      units += character.utf16.count
      if units > most { break }
      short.append(character)
    }
    return short + "…"
  }
}

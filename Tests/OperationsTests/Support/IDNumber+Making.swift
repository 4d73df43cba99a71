/// Identity numbers for invented people, with a check character that fits.
enum MadeID {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// 18 characters of 17 digits (ISO 7064 MOD 11-2).
  static func completed(_ digits: String) -> String {
    let sum = zip(digits.utf8, weights).map { (Int($0) - 48) * $1 }.reduce(0, +)
    return digits + String(Array("10X98765432")[sum % 11])
  }

  /// A number whose check character is one that does not fit.
  static func withWrongCheck(_ digits: String) -> String {
    String(completed(digits).dropLast()) + (completed(digits).last == "0" ? "1" : "0")
  }

  /// The number of a person born on `birth` (`20000101`); an odd `sequence` is a man's.
  static func number(prefix: String = "990701", birth: String, sequence: Int) -> String {
    completed(prefix + birth + pad(sequence, 3))
  }

  static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

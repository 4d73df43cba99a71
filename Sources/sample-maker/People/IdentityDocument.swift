/// 证件 — an identity document: kind and number. All numbers are invented; resident IDs lie in test province 99.
struct IdentityDocument: Equatable {
  /// The kind's code and name, as in the programme's code table.
  var code: String
  var kind: String
  var number: String

  /// A resident ID.
  static func residentID(prefix: String, birth: BirthDate, sequence: Int) -> IdentityDocument {
    IdentityDocument(
      code: "1", kind: "居民身份证", number: checked(prefix, birth: birth, sequence: sequence))
  }

  /// 17 digits (region, birth date, sequence whose last digit is odd for men) and their check character.
  static func checked(_ prefix: String, birth: BirthDate, sequence: Int) -> String {
    let digits = prefix + birth.compact + padded(sequence, 3)
    return digits + String(checkCharacter(of: digits))
  }

  /// The check character of 17 digits by ISO 7064 MOD 11-2. Worked out here on its own, so that the samples would show
  /// an error in the importer's arithmetic.
  static func checkCharacter(of digits: String) -> Character {
    let rest = digits.utf8.reduce(0) { ($0 + Int($1) - 48) * 2 % 11 }
    return Array("10X98765432")[rest]
  }
}

/// 出生日期 — a day of birth.
struct BirthDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// `20000101`.
  var compact: String { padded(year, 4) + padded(month, 2) + padded(day, 2) }

  /// The forms that people type into a sheet.
  var spellings: [String] {
    [
      compact, "\(year)-\(month)-\(day)", "\(year)/\(padded(month, 2))/\(padded(day, 2))",
      "\(year)年\(month)月\(day)日",
    ]
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ length: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, length - digits.count)) + digits
}

/// 连接条件 — how rows of the tables that grow belong together: by sitting and site besides their key. So a server looks
/// into one sitting's partition only, and finds what belongs together at one site on one machine.
///
/// Where rows are found by their numbers, a file's planner must not take the sitting, of which it guesses few rows, for the
/// way to them. The cast hides it there; a server sees through it, for the column has that type.
public enum Joining {
  /// An entry and its registration.
  public static func entry(_ entry: String = "e", _ registration: String = "r") -> String {
    "\(byNumber(entry, registration)) AND \(entry).registration = \(registration).id"
  }

  /// A violation, score, address or candidate ticket, and the entry that has it.
  public static func record(_ record: String, _ entry: String = "e") -> String {
    "\(byNumber(record, entry)) AND \(record).entry = \(entry).id"
  }

  /// A photo and the registration that it was taken for.
  public static func photo(_ photo: String = "p", _ registration: String = "r") -> String {
    "\(byName(photo, registration)) AND \(photo).document_number = \(registration).document_number"
  }

  /// A picture and the photo that shows it.
  public static func picture(_ picture: String, _ photo: String = "p") -> String {
    "\(byName(picture, photo)) AND \(picture).sha256 = \(photo).sha256"
  }

  /// Whether a row that is found by its number is of a sitting.
  /// - Parameter sitting: a number, a parameter or a query of one row.
  public static func inSitting(_ sitting: some CustomStringConvertible, _ table: String) -> String {
    "CAST(\(table).sitting AS BIGINT) = \(sitting)"
  }

  private static func byNumber(_ one: String, _ other: String) -> String {
    "\(inSitting("CAST(\(other).sitting AS BIGINT)", one)) AND \(one).site = \(other).site"
  }

  private static func byName(_ one: String, _ other: String) -> String {
    "\(one).sitting = \(other).sitting AND \(one).site = \(other).site"
  }
}

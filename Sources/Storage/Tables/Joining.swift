/// 连接条件 — how rows of the tables that grow belong together: by sitting and site besides their key. So a server looks
/// into one sitting's partition only, and finds what belongs together at one site on one machine. To a file a number says
/// enough, and its planner, which guesses few rows of a sitting, is not led to look there first.
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

  /// Whether two rows, which a condition beside this holds together by a number, are of one sitting and site.
  public static func byNumber(_ one: String, _ other: String) -> String { atServer(byName(one, other)) }

  /// Whether a row, which a condition beside this finds by its number, is of a sitting.
  /// - Parameter sitting: a number, or a query of one row.
  public static func inSitting(_ sitting: some CustomStringConvertible, _ table: String) -> String {
    atServer("\(table).sitting = \(sitting)")
  }

  private static func byName(_ one: String, _ other: String) -> String {
    "\(one).sitting = \(other).sitting AND \(one).site = \(other).site"
  }

  /// A condition that only a server needs.
  private static func atServer(_ condition: String) -> String { "{embedded 1 = 1}{server \(condition)}" }
}

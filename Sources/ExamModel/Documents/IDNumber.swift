/// 证件号码 — the number of an identity document. It is personal data: whatever prints it, by accident or not, prints
/// all but the last four characters as asterisks. Ask for `full` only where the purpose needs it (IDN-06).
public struct IDNumber: Hashable, Sendable {
  /// The whole number, for the store, tickets and machine-test data.
  public let full: String

  /// A number as it was read; it is not checked here.
  public init(_ full: String) { self.full = full }

  /// All but the last four characters as asterisks: `**************0014`. Four characters or fewer are all hidden.
  public var masked: String {
    let count = full.unicodeScalars.count
    guard count > 4 else { return String(repeating: "*", count: count) }
    return String(repeating: "*", count: count - 4) + lastFour
  }

  /// The last four characters, the form of findings and of the registration export; empty for a shorter number.
  public var lastFour: String {
    let scalars = full.unicodeScalars
    return scalars.count > 4 ? String(String.UnicodeScalarView(scalars.suffix(4))) : ""
  }
}

extension IDNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The masked form.
  public var description: String { masked }
  /// The masked form.
  public var debugDescription: String { masked }
  /// A mirror that shows the masked form only, for `dump` and failed expectations.
  public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

/// 证件错误 — what is wrong with the number of a document. Several can be wrong at once; in the order of their cases
/// the first is the one to mend first.
public enum DocumentFault: String, Sendable, CaseIterable {
  /// Not as long as the document's numbers are.
  case length
  /// Holds characters that the document's numbers cannot have.
  case characters
  /// Of the right length and characters, but not in the document's form.
  case form
  /// The region prefix is unknown (resident card), or not one of the document's.
  case region
  /// The birth date in it is no real day.
  case date
  /// The birth date in it lies in the future.
  case future
  /// The check character does not fit the digits before it.
  case check
}

/// 证件错误集 — a set of faults, in the order of their cases.
public struct DocumentFaults: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let length = DocumentFaults(rawValue: 1 << 0)
  public static let characters = DocumentFaults(rawValue: 1 << 1)
  public static let form = DocumentFaults(rawValue: 1 << 2)
  public static let region = DocumentFaults(rawValue: 1 << 3)
  public static let date = DocumentFaults(rawValue: 1 << 4)
  public static let future = DocumentFaults(rawValue: 1 << 5)
  public static let check = DocumentFaults(rawValue: 1 << 6)

  /// The faults one by one.
  public var list: [DocumentFault] {
    DocumentFault.allCases.enumerated().filter { rawValue & (1 << UInt8($0.offset)) != 0 }.map(\.element)
  }
}

/// 证件检查结果 — the faults of a number and what the number says about its holder.
public struct DocumentReading: Sendable, Hashable {
  /// What is wrong; empty for a good number.
  public var faults: DocumentFaults
  /// The birth date in the number, where the kind of document carries one and it is a real day.
  public var birthDate: CalendarDate?
  /// The sex in the number, where the kind of document carries it.
  public var sex: Sex?

  /// A reading.
  public init(faults: DocumentFaults = [], birthDate: CalendarDate? = nil, sex: Sex? = nil) {
    self.faults = faults
    self.birthDate = birthDate
    self.sex = sex
  }
}

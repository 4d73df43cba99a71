/// 文件错误 — why a file could not be read or written as what it should be. It carries a code, a place and a
/// wording, never the file's contents, so that it can be shown and logged anywhere.
public struct FileError: Error, Sendable, Equatable {
  /// What kind of trouble it is.
  public enum Code: String, Sendable {
    /// Not a file of the expected kind at all (wrong signature, wrong extension for the content).
    case wrongKind
    /// Cut off before its end.
    case truncated
    /// Of the right kind, but its inside contradicts itself or its check sums.
    case damaged
    /// Protected by a password.
    case encrypted
    /// Breaks a trust rule: path tricks, links, bombs, DTDs, overlapping or doubled entries.
    case hostile
    /// Over a size limit.
    case tooLarge
    /// Of the right kind and whole, but in a form that is not read (a compression method, a version).
    case unsupported
    /// Without any bytes.
    case empty
    /// Without the sheet, entry or part that is asked for.
    case missing
    /// The file cannot be opened: it is not there, or may not be read.
    case unreadable
    /// The disk failed while reading or writing.
    case disk
  }

  /// What kind of trouble it is.
  public var code: Code
  /// Where inside the file, as far as it is known: a part, an entry, a row (`xl/workbook.xml`, `row 12`).
  public var place: String?
  /// What is wrong, why, and what to do about it.
  public var wording: Wording

  /// An error with its wording in both languages.
  public init(_ code: Code, at place: String? = nil, zh: String, en: String) {
    self.code = code
    self.place = place
    wording = Wording(zh: zh, en: en)
  }

  /// One line for a person, with the place where it is known.
  public func message(in language: Language) -> String {
    guard let place else { return wording[language] }
    return language == .zh ? "\(place)：\(wording.zh)" : "\(place): \(wording.en)"
  }
}

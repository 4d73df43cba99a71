public import Tabular

/// 存储错误 — the store or the disk below it failed; what was asked for did not happen.
public struct StoreError: Error, Sendable, Equatable {
  /// What kind of trouble it is.
  public enum Code: String, Sendable {
    /// The file is no database, or no store of this program.
    case notAStore
    /// There is no store yet.
    case missing
    /// Made by a newer version of this program.
    case tooNew
    /// Damaged on disk.
    case corrupt
    /// The disk is full or failed.
    case disk
    /// Another process held the store for too long.
    case busy
    /// It has moved to another place and takes no changes.
    case frozen
    /// A copy that is not complete.
    case unfinished
    /// The connection to the database's server was lost, or none could be had; nothing happened.
    case lost
    /// The connection was lost during the commit: whether it happened is not known.
    case uncertain
    /// A statement broke a constraint of the schema: a fault of the program, not of the input.
    case constraint
    /// Anything else the database said.
    case failed
  }

  /// What kind of trouble it is.
  public var code: Code
  /// What happened, why, and what to do.
  public var wording: Wording
  /// The database's own words, for the log; without values.
  public var detail: String

  /// An error with its wording in both languages.
  public init(_ code: Code, detail: String = "", zh: String, en: String) {
    self.code = code
    self.detail = detail
    wording = Wording(zh: zh, en: en)
  }
}

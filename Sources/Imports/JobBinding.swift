internal import Foundation

/// 任务的列 — the sheet and the columns that a job read, as the ledger keeps them: so that the trail can name the cell
/// from which a value came (OPS-02).
public struct JobBinding: Sendable, Codable {
  /// 列 — one column of the file.
  public struct Column: Sendable, Codable {
    /// Its heading.
    public var heading: String
    /// Its position, from 0.
    public var position: Int
  }

  /// The sheet; nil for files without sheets.
  public var sheet: String?
  /// The columns by the column of the store that each goes to.
  public var columns: [String: Column] = [:]

  /// What a kind reads from a file.
  public init(_ kind: any ImportKind, _ binding: FieldBinding) {
    sheet = binding.sheet
    for staged in kind.stagedFields {
      guard let place = binding.place(of: staged.field), let position = place.position else { continue }
      columns[staged.column] = Column(heading: place.heading, position: position)
    }
    if let place = binding.place(of: "subject1"), let position = place.position {
      columns["subjects"] = Column(heading: place.heading, position: position)
    }
  }

  /// As the ledger keeps it.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// What the ledger kept; nil where it kept nothing.
  public init?(json: String?) {
    guard let json, let binding = try? JSONDecoder().decode(JobBinding.self, from: Data(json.utf8)) else {
      return nil
    }
    self = binding
  }
}

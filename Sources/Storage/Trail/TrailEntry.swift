internal import Files

/// 审计记录 — one link of the trail: a change, who made it when and by which job, and the hash over it and the link
/// before it.
public struct TrailEntry: Sendable, Equatable {
  /// Its place in the whole trail; 0 before it is written. Numbers may have gaps.
  public var number = 0
  /// Its place in the chain of its site, from 1, without gaps.
  public var link: Int
  /// When, in seconds since 1970.
  public var at: Int
  /// Who did it.
  public var member: String
  /// The job by which; nil for what was done by hand.
  public var job: Int?
  /// The sitting's key; 0 for what belongs to none.
  public var sitting: Int
  /// What was done.
  public var change: RecordChange

  /// A link of a chain.
  init(link: Int, at: Int, member: String, job: Int?, sitting: Int, change: RecordChange) {
    self.link = link
    self.at = at
    self.member = member
    self.job = job
    self.sitting = sitting
    self.change = change
  }

  /// The fields as the table keeps them; no cell of a file can hold the separators.
  var changes: String {
    change.fields.map { "\($0.column)\u{1F}\($0.old ?? "")\u{1F}\($0.new ?? "")" }.joined(separator: "\u{1E}")
  }

  /// The fields of a text made by `changes`; nil where it was not.
  public static func fields(_ changes: String) -> [RecordChange.Field]? {
    var fields: [RecordChange.Field] = []
    for part in changes.split(separator: "\u{1E}") {
      let values = part.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
      guard values.count == 3 else { return nil }
      fields.append(
        RecordChange.Field(
          values[0], old: values[1].isEmpty ? nil : values[1], new: values[2].isEmpty ? nil : values[2]))
    }
    return fields
  }

  /// The SHA-256 over the hash of the link before and all of this one. Each part goes in with its length, so that no
  /// two contents look alike.
  func hash(after previous: String) -> String {
    var text = previous
    let parts: [String?] = [
      String(link), String(at), member, job.map(String.init), String(sitting), change.site,
      change.action.rawValue, change.record.rawValue, change.key, change.part, change.row.map(String.init),
      change.rule, change.reason, changes,
    ]
    for part in parts {
      if let part {
        text += "|\(part.utf8.count):"
        text += part
      } else {
        text += "|-"
      }
    }
    return ContentHash.sha256(of: Array(text.utf8))
  }
}

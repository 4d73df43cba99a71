internal import Imports
internal import Storage
internal import Tabular

/// 撤销结果 — the three lists of an undo: what was taken back, what keeps the value that it was given since, and what
/// something else depends on (REG-19).
public struct UndoResult: Sendable, Encodable {
  /// 撤销项 — one record.
  public struct Item: Sendable, Encodable {
    public var record: String
    /// The ID number, masked; a room's number.
    public var key: String
    public var part: String?
    /// Whether the import made the record, or changed it.
    public var created: Bool
    /// Why it stays: `changed` since, or what depends on it.
    public var reason: String?
    /// The reason for people.
    public var message: String?
  }

  /// 清单 — how many records there are, and the first of them.
  public struct List: Sendable, Encodable {
    public var total = 0
    public var items: [Item] = []

    mutating func add(_ item: Item) {
      total += 1
      if items.count < ImportResult.mostShown { items.append(item) }
    }
  }

  /// The state of an undo that was not possible as a whole.
  public static let refusedState = "refused"

  public var job: String
  /// `undone` or `refused`.
  public var state: String
  public var dryRun: Bool
  public var reversed = List()
  public var kept = List()
  public var refused = List()

  init(job: Int, isPartial: Bool, isDryRun: Bool, _ items: [ImportUndo.Item], _ language: Language) {
    self.job = String(job)
    dryRun = isDryRun
    state = ""
    for item in items {
      var entry = Item(
        record: item.record.rawValue, key: item.record.isOfCandidate ? Masking.shortened(item.key) : item.key,
        part: item.part, created: item.wasCreated)
      if item.isChanged {
        entry.reason = "changed"
        entry.message = Wording(zh: "后来又改过", en: "changed since")[language]
        kept.add(entry)
      } else if let obstacle = item.obstacle {
        entry.reason = obstacle.rawValue
        entry.message = obstacle.wording[language]
        refused.add(entry)
      } else {
        reversed.add(entry)
      }
    }
    let isWhole = kept.total + refused.total == 0
    state = isWhole || isPartial ? "undone" : Self.refusedState
  }
}

internal import ExamModel
internal import Imports
internal import Storage
internal import Tabular

/// 编排选择 — which candidates are arranged into which batches (ARR-05, NCRE ch. 31). Seats that stand stay as they are, whoever
/// has them; a request without any selection arranges the whole site anew.
public struct ArrangementSelection: Sendable {
  /// A file with one ID number a line; nil for all candidates.
  public var candidatesPath: String?
  /// A file with one batch a line, `03#2`, or a room with all its batches, `03`; nil for all batches.
  public var batchesPath: String?
  /// 按考生意向编排 — only the candidates who asked for a day.
  public var onlyPreferred = false

  /// The whole site.
  public init() {}

  /// Whether the whole site is meant.
  public var isWhole: Bool { candidatesPath == nil && batchesPath == nil && !onlyPreferred }
}

extension ArrangementSelection {
  /// The lines of the files that it names, read once.
  struct Lists: Sendable {
    var candidates: [String]?
    var batches: [String]?
  }

  /// Reads the files.
  /// - Throws: `FileError` where one cannot be read.
  func lists() throws(FileError) -> Lists {
    var lists = Lists()
    if let candidatesPath { lists.candidates = try CandidateRequest.numbers(in: candidatesPath) }
    if let batchesPath { lists.batches = try LineList.read(batchesPath) }
    return lists
  }

  /// What the selection means for a plan: entries without a seat, and batches, as indices into the plan's; or findings
  /// where a line of its files names nobody or nothing.
  func choice(_ lists: Lists, of plan: ArrangementPlan) -> (
    choice: ArrangementPlan.Choice, findings: [Finding]
  ) {
    guard !isWhole else { return (plan.everything, []) }
    var findings: [Finding] = []
    var batches = Set(plan.batches.indices)
    if let lines = lists.batches {
      batches = []
      for line in lines {
        let found = plan.batches.indices.filter { Self.names(line, plan.batches[$0]) }
        if found.isEmpty {
          findings.append(Finding(ArrangementRules.unknownBatch, at: Place(), arguments: [line]))
        }
        batches.formUnion(found)
      }
    }
    let candidates = lists.candidates.map { Set($0) }
    if let candidates {
      let known = Set(plan.entries.map(\.documentNumber))
      findings += candidates.subtracting(known).sorted().map {
        Finding(ArrangementRules.unknownCandidate, at: Place(), arguments: [Masking.shortened($0)])
      }
    }
    let entries = plan.entries.indices.filter { index in
      let entry = plan.entries[index]
      return entry.seat == nil && candidates?.contains(entry.documentNumber) ?? true
        && (!onlyPreferred || entry.preferredDate != nil)
    }
    return (ArrangementPlan.Choice(entries: entries, batches: batches, isWhole: false), findings)
  }

  /// `03#2` is a batch, `03` a room, `3` the same one.
  private static func names(_ line: String, _ batch: RoomBatchRecord) -> Bool {
    let parts = line.split(separator: "#", omittingEmptySubsequences: false).map {
      TextCleaning.trimmed(String($0))
    }
    guard let room = Int(parts[0]), room == Int(batch.room) else { return false }
    return parts.count == 1 || (parts.count == 2 && Int(parts[1]) == batch.batch)
  }
}

internal import ExamModel
public import Storage

/// 批次使用 — one batch of a room with how many of each subject sit in it (TIC-02).
public struct RoomBatchUse: Sendable, Equatable {
  /// The batch and its room.
  public var batch: RoomBatchRecord
  /// How many entries of each subject sit in it, in the order of the codes.
  public var subjects: [BatchSubjectCount]

  /// How many seats are taken.
  public var used: Int { subjects.reduce(0) { $0 + $1.entries } }

  /// The subjects with their numbers: `14:20 15:10`.
  public var subjectsText: String {
    subjects.map { "\($0.subject):\($0.entries)" }.joined(separator: " ")
  }

  /// When it begins and ends: `08:30-10:30`.
  public var timeText: String {
    guard let from = TimeOfDay(minutes: batch.starts), let to = TimeOfDay(minutes: batch.ends) else {
      return ""
    }
    return "\(from.text)-\(to.text)"
  }

  /// The batches of a site, or of the sites of an organisation, in the order of site, room and batch: two statements
  /// whatever their number.
  public static func all(sitting: Int, site: String, _ session: any Session) throws -> [RoomBatchUse] {
    let counts = Dictionary(grouping: try RoomTable.subjects(sitting: sitting, site: site, session)) {
      Place(site: $0.site, room: $0.room, batch: $0.batch)
    }
    return try RoomTable.batches(sitting: sitting, site: site, session).map { batch in
      let place = Place(site: batch.site, room: batch.room, batch: batch.batch)
      return RoomBatchUse(batch: batch, subjects: counts[place] ?? [])
    }
  }

  private struct Place: Hashable {
    var site: String
    var room: String
    var batch: Int
  }
}

internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

/// 批次使用情况 — one batch of a room: its seats, how many are used and free, and by which subjects (TIC-02).
public struct BatchUse: Sendable, Codable, Equatable {
  public var site: String
  public var room: String
  public var name: String?
  public var address: String
  public var kind: String?
  public var batch: Int
  /// `YYYY-MM-DD`.
  public var date: String
  /// `HH:MM`.
  public var start: String
  /// `HH:MM`.
  public var end: String
  public var seats: Int
  public var used: Int
  public var free: Int
  /// How many entries of each subject sit in it.
  public var subjects: [String: Int]
}

extension Office {
  /// 考场编排信息 — the batches of a site, or of all sites below an organisation, with what sits in them. A query: it
  /// needs no window, and outside the user's scope there is nothing to see.
  public func batches(sitting code: String, site: String) async throws -> [BatchUse] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    let id = sitting.id
    let kinds = sitting.programme.tables["room-kind"]?.items ?? []
    return try await database.read { session in
      var subjects: [BatchKey: [String: Int]] = [:]
      for count in try RoomTable.subjects(sitting: id, site: site, session) {
        let key = BatchKey(site: count.site, room: count.room, batch: count.batch)
        subjects[key, default: [:]][count.subject] = count.entries
      }
      return try RoomTable.batches(sitting: id, site: site, session).map { batch in
        let seated = subjects[BatchKey(site: batch.site, room: batch.room, batch: batch.batch)] ?? [:]
        let used = seated.values.reduce(0, +)
        return BatchUse(
          site: batch.site, room: batch.room, name: batch.name, address: batch.address,
          kind: batch.kind.map { code in kinds.first { $0.code == code }?.name ?? code }, batch: batch.batch,
          date: batch.examDate, start: TimeOfDay(minutes: batch.starts)?.text ?? "",
          end: TimeOfDay(minutes: batch.ends)?.text ?? "", seats: batch.seats, used: used,
          free: batch.seats - used, subjects: seated)
      }
    }
  }
}

private struct BatchKey: Hashable {
  let site: String
  let room: String
  let batch: Int
}

internal import ExamModel
internal import Programmes
internal import Storage
internal import Tabular

extension Office {
  /// 删除考场批次 — takes a batch of a room away, or the room with all its batches (ARR-01). Where somebody is seated, nothing
  /// is.
  /// - Returns: how many batches went.
  /// - Throws: `Refusal` where it is used or is not there, outside the window, the scope, or for a viewer.
  public func deleteRoom(sitting code: String, site: String, room: String, batch: Int? = nil) async throws
    -> Int
  {
    let sitting = try await open(code)
    try sitting.requireChange(at: site, window: .arrangement)
    let (id, now) = (sitting.id, sitting.now.secondsSince1970)
    return try await database.write { session in
      guard let number = try RoomTable.number(of: room, sitting: id, site: site, session) else {
        throw Self.noRoom(room, nil, site)
      }
      let trail = TrailWriter(session, by: sitting.user.name, at: now, sitting: id)
      let target = RoomTable.Target(sitting: id, site: site, room: number, batch: batch)
      let seated = try RoomTable.seated(target, session)
      guard seated == 0 else { throw Self.used(number, batch, seated) }
      try RoomTable.forEachRemoved(target, session) { try trail.add($0) }
      let count = try RoomTable.delete(target, session)
      guard count > 0 || batch == nil else { throw Self.noRoom(number, batch, site) }
      try trail.finish()
      return count
    }
  }

  private static func name(_ room: String, _ batch: Int?) -> Wording {
    Wording(
      zh: "考场 \(room)" + (batch.map { " 的批次 \($0)" } ?? ""),
      en: batch.map { "Batch \($0) of room \(room)" } ?? "Room \(room)")
  }

  private static func noRoom(_ room: String, _ batch: Int?, _ site: String) -> Refusal {
    let name = name(room, batch)
    return Refusal(
      .precondition, rule: "ARR-01",
      Wording(
        zh: "考点 \(site) 没有\(name.zh)。kaowu rooms list 列出所有考场和批次。",
        en: "\(name.en) does not exist at site \(site); kaowu rooms list shows them all."))
  }

  private static func used(_ room: String, _ batch: Int?, _ seated: Int) -> Refusal {
    let name = name(room, batch)
    return Refusal(
      .precondition, rule: "ARR-01",
      Wording(
        zh: "\(name.zh)已编排 \(seated) 科次，不能删除。请先清除编排（kaowu arrange clear）。",
        en:
          "\(name.en) has \(seated) entries seated and cannot be deleted. Clear the arrangement first (kaowu arrange clear)."
      ))
  }
}

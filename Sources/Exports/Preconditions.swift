internal import Storage
internal import Tabular

/// 导出前提 — what must be done with a site's entries before a package can be made of them, and the words where it is not.
enum Preconditions {
  /// Every entry has a room, a batch and a seat.
  static func arranged(_ readiness: EntryReadiness, _ context: ExportContext) -> Wording? {
    let missing = readiness.entries - readiness.seated
    if missing == 0 { return nil }
    return Wording(
      zh: "\(context.site) 尚未编排完成：\(readiness.entries) 个报考中有 \(missing) 个没有座位。请先运行 kaowu arrange run。",
      en:
        "\(context.site) is not arranged: \(missing) of \(readiness.entries) entries have no seat. Run kaowu arrange run first."
    )
  }

  /// Every entry has a ticket number.
  static func ticketed(_ readiness: EntryReadiness, _ context: ExportContext) -> Wording? {
    let missing = readiness.entries - readiness.ticketed
    if missing == 0 { return nil }
    return Wording(
      zh: "\(context.site) 尚未生成准考证号：\(readiness.entries) 个报考中有 \(missing) 个没有。请先运行 kaowu tickets number。",
      en:
        "\(context.site) has no ticket numbers yet: \(missing) of \(readiness.entries) entries lack one. Run kaowu tickets number first."
    )
  }

  /// At least one entry has a score record (SCO-07).
  static func scored(_ context: ExportContext, _ session: any Session) throws -> Wording? {
    let scored = try EntryListing.count(
      .scored, sitting: context.sittingID, site: context.site, session)
    if scored > 0 { return nil }
    return Wording(
      zh: "\(context.site) 还没有成绩，只有导入了成绩的考点才能下载。请先运行 kaowu import scores。",
      en:
        "\(context.site) has no scores; only a site with scores can download them. Run kaowu import scores first."
    )
  }
}

internal import Operations
internal import Tabular

/// 审计行 — one trail item for a person: when, who, what from what to what, and from which cell of which file.
struct TrailLine {
  let text: String

  init(_ item: TrailItem, _ language: Language) {
    let title = item.title
    let what = [title.record[language], item.part, title.field[language]].compactMap(\.self).joined(
      separator: " ")
    let change = "\(item.old ?? "—") → \(item.new ?? "—")"
    let time = item.at.map { $0.prefix(19).map { $0 == "T" ? " " : String($0) }.joined() }
    var parts = [time, item.by, item.key, "\(what)：\(change)"].compactMap(\.self)
    if let rule = item.rule { parts.append("[\(rule)]") }
    if let reason = item.reason {
      parts.append(Wording(zh: "原因：\(reason)", en: "reason: \(reason)")[language])
    }
    if let source = item.source { parts.append("← \(Self.place(source, language))") }
    text = parts.joined(separator: "  ")
  }

  private static func place(_ source: TrailItem.Source, _ language: Language) -> String {
    let row = source.row.map { Wording(zh: "第 \($0) 行", en: "row \($0)")[language] }
    let cell = [source.column, source.cell].compactMap(\.self).joined(separator: " ")
    let job = Wording(zh: "任务 \(source.job)", en: "job \(source.job)")[language]
    return [job, source.file, source.sheet, cell.isEmpty ? row : cell].compactMap(\.self).joined(
      separator: " ")
  }

  /// What is wrong with a trail, and what to do.
  static func fault(_ check: TrailCheck) -> Wording {
    let (place, site) = (check.brokenAt ?? 0, check.brokenSite ?? "")
    let chain = Wording(
      zh: site.isEmpty ? "中心" : "机构 \(site) ", en: site.isEmpty ? "the centre" : "organisation \(site)")
    let what =
      switch check.fault {
      case "removed":
        Wording(zh: "\(chain.zh)第 \(place) 条不见了", en: "entry \(place) of \(chain.en) is gone")
      case "end":
        Wording(
          zh: "\(chain.zh)第 \(place) 条起的结尾被截去或添加",
          en: "the end of \(chain.en) was cut off or added to, from entry \(place)")
      default:
        Wording(
          zh: "\(chain.zh)第 \(place) 条被改动或调换", en: "entry \(place) of \(chain.en) was changed or moved")
      }
    return Wording(
      zh: "审计记录被人动过：\(what.zh)，此前 \(check.entries) 条完整。请保留数据库文件，用备份比对，并上报。",
      en: "Somebody altered the trail: \(what.en); the \(check.entries) before it are intact. "
        + "Keep the store's file, compare it with a backup, and report it.")
  }
}

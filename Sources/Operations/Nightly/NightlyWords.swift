internal import Tabular

/// 夜间用语 — what people are told of files in the drop folder.
enum NightlyWords {
  static let growing = Wording(
    zh: "还在变化，没有取。传完之后的下一次会取。", en: "still changing, not taken; the next run after it is whole takes it.")
  static let unfinished = Wording(
    zh: "文件名说明还没有传完，没有取。传完后请改成正式的文件名。",
    en: "its name says that it is still being sent; rename it when it is whole.")
  static let later = Wording(zh: "已要求停止，留待下次。", en: "left for the next run, for this one was asked to stop.")
  static let broken = Wording(
    zh: "数据库或磁盘出错，留待下次。", en: "left for the next run, for the store or the disk failed.")
  static let replaced = Wording(
    zh: "取走之后文件又变了，新的内容下次再看。", en: "The file changed after it was taken; it will be looked at again.")
  static let gone = Wording(
    zh: "取走之后文件被人移走了。", en: "Somebody moved the file away after it was taken.")

  static func notMoved(_ reason: String) -> Wording {
    Wording(
      zh: "文件不能移走（\(reason)），请检查文件夹的权限后手工移走。",
      en: "The file cannot be moved (\(reason)); check the folder's permissions and move it by hand.")
  }

  static func ignored(_ isFolder: Bool) -> Wording {
    isFolder
      ? Wording(zh: "是文件夹，不进入。", en: "a folder, not entered.")
      : Wording(zh: "是链接、管道或设备，不取。", en: "a link, pipe or device, never followed.")
  }

  static func findings(_ result: ImportResult) -> Wording {
    Wording(
      zh: "有 \(result.findingsTotal) 处问题，整个文件没有导入（任务 \(result.job)）。请按报告改好，换一个文件名或原名重新投递。",
      en:
        "\(result.findingsTotal) findings; nothing of the file was taken (job \(result.job)). Mend it by the report and "
        + "drop it again, under any name.")
  }

  // MARK: Why a file cannot be told

  static func several(_ places: Set<TicketPlaces.Place>) -> Refusal {
    let names = places.map { "\($0.sitting) \($0.site)" }.sorted()
    let shown = names.prefix(5)
    let more = names.count > shown.count ? " …" : ""
    return Refusal(
      .precondition, rule: "SCO-09",
      Wording(
        zh: "准考证号属于 \(names.count) 个考次考点（\(shown.joined(separator: "、"))\(more)），"
          + "它们不在同一个考次，或没有共同的上级机构。请按考次、省份分开投递。",
        en:
          "The ticket numbers belong to \(names.count) sites (\(shown.joined(separator: ", "))\(more)) of several sittings, "
          + "or without an organisation above them all. Split the file by sitting and province."
      ))
  }

  static func unknown(tickets: Int, _ kind: Wording) -> Refusal {
    guard tickets > 0 else {
      return Refusal(
        .precondition, rule: "SCO-09",
        Wording(
          zh: "按列名这是“\(kind.zh)”，但没有一行填了准考证号，不能知道是哪个考次、哪个考点。请填写准考证号，或用 kaowu import 导入。",
          en:
            "By its columns this is \(kind.en), but no row has a ticket number that would tell the sitting and the site. "
            + "Fill them in, or take the file with kaowu import."))
    }
    return Refusal(
      .precondition, rule: "SCO-09",
      Wording(
        zh: "按列名这是“\(kind.zh)”，但 \(tickets) 个准考证号没有一个是本数据库的考次生成的。请检查是不是别处的文件，准考证号有没有被表格软件改动。",
        en:
          "By its columns this is \(kind.en), but none of its \(tickets) ticket numbers is one of a sitting in this store. "
          + "See whether it is somebody else's file, or a spreadsheet has changed the numbers."))
  }

  static let noSitting = Refusal(
    .precondition, rule: "SCO-09",
    Wording(
      zh: "数据库中没有考次，不能知道文件属于哪里。请先用 kaowu sitting load 载入考次。",
      en:
        "The store has no sitting, so nothing tells where the file belongs. Load one with kaowu sitting load."
    ))
}

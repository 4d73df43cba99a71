internal import Imports
public import Tabular

extension NightlySummary {
  /// The summary for a person: a line for each file, and one with the numbers.
  public func lines(in language: Language) -> [String] {
    var lines = done.map { $0.line[language] } + failed.map { $0.line[language] }
    for name in vanished {
      lines.append(Wording(zh: "– \(name)：取之前不见了", en: "– \(name): went away before it was taken")[language])
    }
    lines += waiting.map { "… \($0.file)\(language == .zh ? "：" : ": ")\($0.reason)" }
    lines += ignored.map { "– \($0.file)\(language == .zh ? "：" : ": ")\($0.reason)" }
    let again = done.count - taken
    let end =
      isStopped
      ? Wording(zh: "按要求停止：", en: "Stopped as asked: ")
      : Wording(zh: "", en: "")
    lines.append(
      Wording(
        zh: "\(end.zh)接收 \(taken) 个文件，内容以前接收过 \(again) 个，失败 \(failed.count) 个，留待下次 \(waiting.count) 个。",
        en:
          "\(end.en)\(taken) files taken, \(again) taken before, \(failed.count) failed, \(waiting.count) left "
          + "for the next time.")[language])
    return lines + (error.map { ["✗ \($0)"] } ?? [])
  }
}

extension NightlySummary.Done {
  var line: Wording {
    let note = note.map { " \($0)" } ?? ""
    let place = "\(sitting) \(site) \(kind)"
    let target = movedTo.map { " → \($0)" } ?? ""
    guard !alreadyTaken else {
      return Wording(
        zh: "✓ \(file)\(target)：内容已由任务 \(job) 接收过，不再接收。\(note)",
        en: "✓ \(file)\(target): job \(job) took this content before; it is not taken again.\(note)")
    }
    return Wording(
      zh:
        "✓ \(file)\(target)：\(place)，任务 \(job)，\(rows.read) 行，新增 \(rows.created)，更新 \(rows.updated)。\(note)",
      en: "✓ \(file)\(target): \(place), job \(job), \(rows.read) rows, \(rows.created) created, "
        + "\(rows.updated) updated.\(note)")
  }
}

extension NightlySummary.Failed {
  var line: Wording {
    let target = movedTo.map { " → \($0)" } ?? ""
    return Wording(zh: "✗ \(file)\(target)：\(reason)", en: "✗ \(file)\(target): \(reason)")
  }
}

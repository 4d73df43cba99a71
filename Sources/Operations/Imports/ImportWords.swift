public import Tabular

/// 导入用语 — what people are told of a job's state.
public enum ImportWords {
  /// A state in words; the state itself where it is not known.
  public static func state(_ state: String) -> Wording {
    switch state {
    case "received": Wording(zh: "已接收", en: "received")
    case "checking": Wording(zh: "正在检查", en: "checking")
    case "checked": Wording(zh: "已检查", en: "checked")
    case "applying": Wording(zh: "正在写入", en: "applying")
    case "done": Wording(zh: "已导入", en: "done")
    case "refused": Wording(zh: "有错误，未导入", en: "refused, nothing taken")
    case "failed": Wording(zh: "失败，未导入", en: "failed, nothing taken")
    case "cancelled": Wording(zh: "已取消，未导入", en: "cancelled, nothing taken")
    case "undone": Wording(zh: "已撤销", en: "undone")
    default: Wording(zh: state, en: state)
    }
  }

  /// The outcome of a run in words. A dry run that found nothing is no import: nobody may think that it was one.
  public static func outcome(of result: ImportResult) -> Wording {
    guard result.dryRun, result.state == "done" else { return state(result.state) }
    return Wording(zh: "可以导入，未改变任何数据", en: "could be imported, nothing changed")
  }
}

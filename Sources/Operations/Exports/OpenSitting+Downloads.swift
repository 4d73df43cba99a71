internal import ExamModel
internal import Programmes
internal import Tabular

extension OpenSitting {
  /// What a download asks that has a window of its own: exports, too, are refused outside it, unlike those of which
  /// WIN-03 speaks.
  func requireDownloadWindow(_ kind: WindowKind, of organisation: String) throws(Refusal) {
    let title = kind.title
    let state: Wording
    switch WindowState(of: definition.window(kind, for: organisation), at: now) {
    case .open: return
    case .notSet:
      state = Wording(
        zh: "未设置，不能下载。请联系上级设置。", en: "is not set: nothing to download. Ask the upper organisation.")
    case .notYetOpen(let opens):
      state = Wording(
        zh: "\(opens.shortText) 才开始，请届时下载。", en: "opens at \(opens.shortText); download it then.")
    case .closed(let since):
      state = Wording(
        zh: "已于 \(since.shortText) 结束，不能再下载。请向上级申请延长。",
        en: "closed at \(since.shortText). Ask the upper organisation to extend it.")
    }
    throw Refusal(
      .window, rule: "WIN-04",
      Wording(
        zh: "\(organisation) 的“\(title.zh)”\(state.zh)",
        en: "The window “\(title.en)” of \(organisation) \(state.en)"
      ))
  }
}

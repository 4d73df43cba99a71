import ExamModel
import Tabular

extension SittingCheck {
  /// WIN-01 and WIN-02: every window ends after it starts, and lies inside that of the organisation above.
  mutating func checkWindows() {
    for (code, set) in Self.sorted(definition.windows) {
      let path = "windows.\(code)"
      guard isKnown(code) else {
        report(.unknownOrganisation, at: path, value: code, arguments: [code])
        continue
      }
      if set.inherits, !inheritsSomething(code), !isUnreadAbove(code, in: "windows") {
        report(.nothingToInherit, at: path, arguments: [code])
      }
      let above = windowsAbove(code)
      for kind in WindowKind.allCases {
        guard let window = set.written[kind] else { continue }
        check(window, kind, of: code, above: above)
      }
    }
  }

  private mutating func check(
    _ window: Window, _ kind: WindowKind, of code: String, above: [WindowKind: Window]?
  ) {
    let path = "windows.\(code).\(kind.rawValue)"
    if let end = window.end, end <= window.start {
      report(.windowReversed, at: path, arguments: [window.start.shortText, end.shortText])
      return
    }
    guard let above, !isUnreadAbove(code, in: "windows", key: kind.rawValue) else { return }
    guard let outer = above[kind] else {
      report(.windowWithoutParent, at: path, arguments: [kind.title.zh, kind.title.en])
      return
    }
    if !outer.contains(window) {
      report(.windowOutside, at: path, arguments: [outer.start.shortText, outer.end?.shortText ?? "…"])
    }
  }

  /// Whether windows are set for an organisation above.
  private func inheritsSomething(_ code: String) -> Bool {
    guard let above = definition.upwards(from: code).first(where: { $0 != code }) else { return false }
    return definition.windows(of: above) != nil
  }

  /// The windows inside which those of an organisation must lie; nil where nothing bounds them: at the centre, and
  /// right below it while the centre has none of its own.
  private func windowsAbove(_ code: String) -> [WindowKind: Window]? {
    guard let parent = terms.levels.parent(of: code) else { return nil }
    let windows = definition.windows(of: parent)
    return parent.isEmpty ? windows : windows ?? [:]
  }
}

extension FindingTemplate {
  static let unknownOrganisation = FindingTemplate(
    "ORG-01.unknown",
    message: Wording(zh: "机构 {0} 不在文件中。", en: "The organisation {0} is not in the file."),
    advice: Wording(
      zh: "请更正代码，或在 organisations 中补上它。", en: "Mend the code, or add the organisation to organisations."))

  static let nothingToInherit = FindingTemplate(
    "WIN-02.inherit",
    message: Wording(
      zh: "机构 {0} 写了 inherit，但上级没有设置操作时间。",
      en: "The organisation {0} inherits its windows, but those above it are not set."),
    advice: Wording(zh: "请先设置上级的操作时间。", en: "Set the windows of the organisation above first."))

  static let windowReversed = FindingTemplate(
    "WIN-01.order",
    message: Wording(
      zh: "结束时间 {1} 不晚于开始时间 {0}，这段时间永远不会开放。",
      en: "The end {1} does not lie after the start {0}, so the window would never be open."),
    advice: Wording(zh: "请更正开始或结束时间。", en: "Mend the start or the end."))

  static let windowWithoutParent = FindingTemplate(
    "WIN-02.parent",
    message: Wording(
      zh: "上级没有设置{0}，下级不能设置。", en: "The window “{1}” is not set above, so it cannot be set here."),
    advice: Wording(
      zh: "请先为上级设置，或在这里删除。", en: "Set it for the organisation above first, or remove it here."))

  static let windowOutside = FindingTemplate(
    "WIN-02.inside",
    message: Wording(
      zh: "这段时间超出了上级的时间：{0} 至 {1}。", en: "The window stands out of the one above: {0} to {1}."),
    advice: Wording(
      zh: "请缩短到上级的时间之内，或先延长上级的时间。",
      en: "Shorten it to lie inside, or extend the one above first."))
}

import ExamModel
import Tabular

extension SittingReader {
  /// The windows by the organisation's code (WIN-01, WIN-02).
  mutating func windows(of fields: Fields) -> [String: SittingDefinition.WindowSet] {
    coded("windows", of: fields) { $0.windowSet($1, at: $2) }
  }

  private mutating func windowSet(_ node: DocumentNode, at path: String) -> SittingDefinition.WindowSet? {
    if case .mapping = node.content { return namedWindows(node, at: path) }
    if case .scalar("inherit") = node.content { return .inherit }
    report(.wrongWindowSet, at: path, line: node.line, value: node.shown)
    return nil
  }

  /// Windows by their kinds; with `inherit: true` those that are not named are the same as above.
  private mutating func namedWindows(
    _ node: DocumentNode, at path: String
  ) -> SittingDefinition.WindowSet? {
    guard let fields = fields(node, at: path) else { return nil }
    let inherits = flag(Self.inheritKey, of: fields) ?? false
    let windows = windows(named: fields)
    guard inherits else { return .own(windows) }
    return windows.isEmpty ? .inherit : .inheriting(except: windows)
  }

  private static let inheritKey = "inherit"

  private mutating func windows(named fields: Fields) -> [WindowKind: Window] {
    let known = WindowKind.allCases.map(\.rawValue)
    var windows: [WindowKind: Window] = [:]
    for pair in fields.pairs where pair.key != Self.inheritKey {
      let path = fields.path(of: pair.key)
      guard let kind = WindowKind(rawValue: pair.key) else {
        report(
          .unknownWindow, at: path, line: pair.line, value: pair.key,
          arguments: [pair.key, known.joined(separator: ", ")], suggestion: NearMatch.of(pair.key, in: known))
        continue
      }
      windows[kind] = window(kind, pair.value, at: path)
    }
    return windows
  }

  /// `[start, end]`, or `[start]` for the kind without an end.
  private mutating func window(_ kind: WindowKind, _ node: DocumentNode, at path: String) -> Window? {
    guard case .list(let times) = node.content, times.count == (kind.hasEnd ? 2 : 1) else {
      report(
        kind.hasEnd ? .wrongWindow : .wrongStart, at: path, line: node.line, value: node.shown,
        arguments: [kind.title.zh, kind.title.en])
      return nil
    }
    guard let read = list(node, at: path, form: .instant, read: { Instant($0) }), read.count == times.count
    else { return nil }
    return Window(start: read[0], end: kind.hasEnd ? read[1] : nil)
  }
}

extension FindingTemplate {
  static let wrongWindowSet = FindingTemplate(
    "WIN-02.form",
    message: Wording(
      zh: "这里应为 inherit（与上级相同）或各操作时间。", en: "This should be inherit (the same as above), or windows."),
    advice: Wording(
      zh: "请写 inherit，或逐项写出，如 registration: [2020-07-23 08:00, 2020-08-31 21:00]；不设置时请删除这个代码。",
      en: """
        Write inherit, or each window such as registration: [2020-07-23 08:00, 2020-08-31 21:00]; to set none, \
        remove the code.
        """))

  static let unknownWindow = FindingTemplate(
    "WIN-01.key",
    message: Wording(zh: "没有“{0}”这种操作时间。", en: "There is no window “{0}”."),
    advice: Wording(zh: "请改为以下之一或删除：{1}。", en: "Use one of these or remove it: {1}."))

  static let wrongWindow = FindingTemplate(
    "WIN-01.form",
    message: Wording(
      zh: "{0}要写开始和结束两个时间。", en: "The window “{1}” needs two times, its start and its end."),
    advice: Wording(
      zh: "请写成 [2020-07-23 08:00, 2020-08-31 21:00]，结束时刻本身不算在内。",
      en: "Write [2020-07-23 08:00, 2020-08-31 21:00]; the end itself is outside."))

  static let wrongStart = FindingTemplate(
    "WIN-01.start",
    message: Wording(zh: "{0}只有开始，没有结束。", en: "The window “{1}” has a start only, no end."),
    advice: Wording(
      zh: "请写成 [2020-09-15 08:00]；在工作簿中清空“结束”。",
      en: "Write [2020-09-15 08:00]; in a workbook, clear its end."))
}

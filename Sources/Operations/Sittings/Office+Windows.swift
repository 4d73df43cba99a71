public import ExamModel
internal import Programmes
internal import Tabular

/// 机构的操作时间 — one window as it holds for an organisation.
public struct OrganisationWindow: Sendable, Equatable {
  /// The organisation's code.
  public var organisation: String
  /// What may be done in it.
  public var kind: WindowKind
  /// From when to when.
  public var window: Window
  /// Whether it is that of the organisation above.
  public var isInherited: Bool
  /// Whether it is open now.
  public var state: WindowState
}

/// 延长结果 — a window before and after it was extended.
public struct WindowExtension: Sendable, Equatable {
  /// The organisation's code.
  public var organisation: String
  /// Which window.
  public var kind: WindowKind
  /// When it closed before.
  public var before: Instant
  /// When it closes now.
  public var after: Instant
  /// The organisations below whose windows were extended with it.
  public var followers: [String]
}

extension Office {
  /// 操作时间清单 — the windows that hold for an organisation and those below it; outside the scope there are none.
  public func windows(sitting code: String, site: String) async throws -> [OrganisationWindow] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    let definition = sitting.definition
    let codes = ([""] + definition.organisations.keys).filter {
      sitting.programme.levels.isWithin($0, scope: site)
    }
    return codes.sorted().flatMap { organisation in
      let windows = definition.windows(of: organisation) ?? [:]
      return WindowKind.allCases.compactMap { kind in
        windows[kind].map {
          OrganisationWindow(
            organisation: organisation, kind: kind, window: $0,
            isInherited: definition.windows[organisation]?.written[kind] == nil,
            state: $0.state(at: sitting.now))
        }
      }
    }
  }

  /// 延长操作时间 — an upper organisation lets one window of an organisation close later (WIN-07). It stays inside the
  /// window of the organisation above (WIN-02). Only this one changes: those below that inherit it keep the time they had,
  /// and where the organisation itself inherits, its other windows still follow those above.
  /// - Parameter includesBelow: whether windows of those below that close at the same time are extended with it.
  /// - Throws: `Refusal` where the user is not of an organisation above, the window is not set, the end is not later, or
  ///   the window above is too short.
  public func extendWindow(
    _ kind: WindowKind, of site: String, in code: String, until end: Instant, includesBelow: Bool = false,
    reason: String? = nil
  ) async throws -> WindowExtension {
    try await change(code, rule: "WIN-07", reason: reason) { sitting, definition, _ in
      try sitting.requireManagement(
        above: site, rule: "WIN-07",
        Wording(
          zh: "机构 \(site) 的操作时间由上级延长，本机构只能查看。",
          en: "The windows of \(site) are extended by an organisation above; here they are only looked at."))
      let old = definition
      let (window, before) = try Self.extensible(kind, of: site, in: old, until: end)
      try sitting.requireRoom(for: kind, of: site, until: end)
      definition.setWindow(kind, of: site, Window(start: window.start, end: end))
      var followers: [String] = []
      // Parents come before their children, so each child is compared with what it would inherit by now.
      for below in old.organisations.keys.sorted()
      where below != site && sitting.programme.levels.isWithin(below, scope: site) {
        guard var wanted = old.window(kind, for: below) else { continue }
        if includesBelow, wanted.end == before {
          wanted.end = end
          followers.append(below)
        }
        if definition.window(kind, for: below) != wanted { definition.setWindow(kind, of: below, wanted) }
      }
      return WindowExtension(
        organisation: site, kind: kind, before: before, after: end, followers: followers)
    }
  }

  /// The window that is to be extended, and its end.
  private static func extensible(
    _ kind: WindowKind, of site: String, in definition: SittingDefinition, until end: Instant
  ) throws(Refusal) -> (window: Window, before: Instant) {
    let (zh, en) = kind.title
    func refusal(_ wording: Wording) -> Refusal { Refusal(.precondition, rule: "WIN-07", wording) }
    guard let window = definition.window(kind, for: site) else {
      throw refusal(
        Wording(
          zh: "\(site) 的“\(zh)”没有设置，不能延长。请在考次文件的 windows 中设置后载入。",
          en: "The window “\(en)” of \(site) is not set. Set it in the sitting file (windows) and load it."))
    }
    guard let before = window.end else {
      throw refusal(
        Wording(
          zh: "\(site) 的“\(zh)”没有结束时间，不需要延长。", en: "The window “\(en)” of \(site) has no end to extend."))
    }
    guard end > before else {
      throw refusal(
        Wording(
          zh: "\(site) 的“\(zh)”到 \(before.shortText) 结束；\(end.shortText) 不更晚，不是延长。",
          en: "The window “\(en)” of \(site) closes at \(before.shortText); \(end.shortText) is not later."))
    }
    return (window, before)
  }
}

extension OpenSitting {
  /// Refuses an end after that of the window above (WIN-02).
  fileprivate func requireRoom(
    for kind: WindowKind, of site: String, until end: Instant
  ) throws(Refusal) {
    guard let parent = programme.levels.parent(of: site), let outer = definition.windows(of: parent)?[kind],
      let outerEnd = outer.end, end > outerEnd
    else { return }
    let (zh, en) = kind.title
    throw Refusal(
      .precondition, rule: "WIN-02",
      Wording(
        zh: """
          上级 \(parent) 的“\(zh)”到 \(outerEnd.shortText) 结束，\(site) 不能延长到 \(end.shortText)。\
          请先延长上级的时间。
          """,
        en: """
          The window “\(en)” of \(parent), the organisation above, closes at \(outerEnd.shortText), so that of \
          \(site) cannot last until \(end.shortText). Extend the one above first.
          """))
  }
}

extension SittingDefinition {
  /// Writes a window for an organisation that has windows; the others stay as they are, or still follow those above.
  fileprivate mutating func setWindow(_ kind: WindowKind, of organisation: String, _ window: Window) {
    guard let set = windows[organisation] else { return }
    var written = set.written
    written[kind] = window
    windows[organisation] = set.inherits ? .inheriting(except: written) : .own(written)
  }
}

public import ExamModel
public import Programmes
internal import Storage
internal import Tabular

/// 打开的考次 — a sitting as the acting user sees it, and the gates before every use case: scope (ORG-02), enabling
/// (ORG-03), closing (ORG-06), roles and windows (WIN-03).
public struct OpenSitting: Sendable {
  /// The sitting's key in the store.
  public let id: Int
  /// Whether it is closed: read and exported, never changed.
  public let isClosed: Bool
  /// Everything that was set for it.
  public let definition: SittingDefinition
  /// The programme whose rules hold.
  public let programme: Programme
  /// Who acts.
  public let user: User
  /// What time it is.
  public let now: Instant

  /// Its code: `ncre-58`.
  public var code: String { definition.id }

  /// What was set, as far as the user may see it: nothing of siblings, nor of other organisations' users.
  public var visibleDefinition: SittingDefinition {
    var visible = definition
    visible.organisations = definition.organisations.filter { sees($0.key) }
    visible.users = definition.users.filter {
      programme.levels.isWithin($0.value.organisation, scope: user.organisation)
    }
    visible.windows = definition.windows.filter { sees($0.key) }
    visible.offers = definition.offers.filter { sees($0.key) }
    visible.fees = definition.fees.filter { sees($0.key) }
    visible.sites = definition.sites.filter { sees($0.key) }
    return visible
  }

  /// Whether an organisation is one that the user may see.
  public func sees(_ organisation: String) -> Bool {
    programme.levels.isWithin(organisation, scope: user.organisation)
      && (organisation.isEmpty || definition.organisation(organisation) != nil)
  }

  /// Refuses an organisation outside the user's scope exactly as one that does not exist.
  public func requireSight(of organisation: String) throws(Refusal) {
    guard sees(organisation) else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "没有机构 \(organisation)。请检查 --site。",
          en: "There is no organisation \(organisation). Check --site."))
    }
  }

  /// What every import and export asks: the organisation is seen, and takes part in the sitting.
  public func requirePart(of organisation: String) throws(Refusal) {
    try requireSight(of: organisation)
    guard organisation.isEmpty || definition.isEnabled(organisation) else {
      throw Refusal(
        .disabled, rule: "ORG-03",
        Wording(
          zh: "机构 \(organisation) 在考次 \(code) 未启用，不能导入或导出。请联系上级启用。",
          en: "Organisation \(organisation) is not enabled for \(code) and can neither import nor export."))
    }
  }

  /// What every change asks besides: the sitting is open, the user may change, and the window is open.
  public func requireChange(at organisation: String, window: WindowKind?) throws(Refusal) {
    try requirePart(of: organisation)
    try requireOpen()
    try requireAdministrator()
    if let window { try requireWindow(window, of: organisation) }
  }

  /// Refuses every change of a user who may only look.
  func requireAdministrator() throws(Refusal) {
    guard user.role == .administrator else {
      throw Refusal(
        .viewer, rule: "ORG-02",
        Wording(
          zh: "用户 \(user.name) 只能查看，不能修改。", en: "User \(user.name) may look, but change nothing."))
    }
  }

  /// Refuses any change of a closed sitting.
  public func requireOpen() throws(Refusal) {
    guard isClosed else { return }
    throw Refusal(
      .closed, rule: "ORG-06",
      Wording(
        zh: "考次 \(code) 已关闭，只能查询和导出，不能修改。",
        en: "Sitting \(code) is closed: read and export it, change nothing."))
  }

  /// Refuses where windows of these kinds are set, and none of those is open; where none is set there is no gate.
  public func requireAnyWindow(whereSet kinds: [WindowKind], of organisation: String) throws(Refusal) {
    let states = kinds.map {
      (kind: $0, state: WindowState(of: definition.window($0, for: organisation), at: now))
    }
    .filter { $0.state != .notSet }
    if states.contains(where: \.state.isOpen) { return }
    // The one that is still to open is what can be waited for; else the last one is over.
    let waited = states.first { if case .notYetOpen = $0.state { true } else { false } }
    if let named = waited ?? states.last { try requireWindow(named.kind, of: organisation) }
  }

  /// Refuses where the window is not set or not open, and says which and when (WIN-03).
  public func requireWindow(_ kind: WindowKind, of organisation: String) throws(Refusal) {
    let (zh, en) = kind.title
    let wording: Wording
    switch WindowState(of: definition.window(kind, for: organisation), at: now) {
    case .open: return
    case .notSet:
      wording = Wording(
        zh: "\(organisation) 的“\(zh)”未设置，只能查询和导出。请联系上级设置。",
        en:
          "The window “\(en)” of \(organisation) is not set: read and export only. Ask the upper organisation."
      )
    case .notYetOpen(let opens):
      wording = Wording(
        zh: "\(organisation) 的“\(zh)”\(opens.shortText) 才开始，现在只能查询和导出。",
        en:
          "The window “\(en)” of \(organisation) opens at \(opens.shortText); until then read and export only."
      )
    case .closed(let since):
      wording = Wording(
        zh: "\(organisation) 的“\(zh)”已于 \(since.shortText) 结束。如需修改，请向上级申请延长。",
        en:
          "The window “\(en)” of \(organisation) closed at \(since.shortText). Ask the upper organisation to extend it."
      )
    }
    throw Refusal(.window, rule: "WIN-03", wording)
  }
}

extension Office {
  /// Opens a sitting for the acting user: the door of every use case, before which unpaid individual entries expire.
  /// - Throws: `Refusal` where there is no such sitting or user; both sound alike to whoever may not see it.
  public func open(_ code: String) async throws -> OpenSitting {
    let sitting = try await database.read { try open(code, $0) }
    if !sitting.isClosed { try await removeExpiredEntries(ofSitting: sitting.id) }
    return sitting
  }

  /// Opens a sitting inside a transaction: what it says holds until that is over.
  func open(_ code: String, _ session: any Session) throws -> OpenSitting {
    guard let record = try SittingTable.read(code, session),
      let user = try SittingTable.user(userName, inSitting: code, session)
    else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "没有考次 \(code)，或用户 \(userName) 不在其中。可用 kaowu sitting list 查看。",
          en: "There is no sitting \(code), or user \(userName) has no part in it. See kaowu sitting list."))
    }
    let definition = try SittingDefinition(canonicalText: record.definition)
    return OpenSitting(
      id: record.id, isClosed: record.isClosed, definition: definition,
      programme: try library.programme(record.programme),
      user: User(
        name: user.name, organisation: user.organisation, role: User.Role(rawValue: user.role) ?? .viewer),
      now: now)
  }
}

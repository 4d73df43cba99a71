internal import ExamModel
internal import Programmes
internal import Storage

/// 考次审计 — what becomes of a sitting's definition as changes of records: organisations, users and windows one by one,
/// everything else under its path in a sitting file (OPS-02).
enum SittingTrail {
  /// All changes from one definition to another, in a fixed order.
  static func changes(
    from old: SittingDefinition, to new: SittingDefinition, rule: String, reason: String? = nil
  ) -> [RecordChange] {
    let changes = organisations(old, new) + users(old, new) + windows(old, new) + others(old, new)
    return changes.map { change in
      var change = change
      change.rule = rule
      change.reason = reason
      return change
    }
  }

  /// The making of a sitting: one entry that stands for all that it begins with.
  static func creation(
    of definition: SittingDefinition, copiedFrom earlier: String?, accounts: Int, rule: String
  ) -> RecordChange {
    let fields: [(String, String?)] = [
      ("name", definition.name), ("copy_from", earlier),
      ("organisations", String(definition.organisations.count)), ("users", String(definition.users.count)),
      ("accounts", earlier == nil && accounts == 0 ? nil : String(accounts)),
    ]
    return RecordChange(
      .created, .sitting, key: definition.id, site: "", rule: rule,
      fields: fields.filter { $0.1 != nil }.map { RecordChange.Field($0.0, old: nil, new: $0.1) })
  }

  /// The windows of a sitting that were extended by hand, oldest first.
  static func extendedWindows(of sitting: Int, _ session: any Session) throws -> [ExtendedWindow] {
    var extended: [ExtendedWindow] = []
    try TrailTable.forEach(record: .window, rule: "WIN-07", sitting: sitting, session) { entry in
      guard let kind = entry.change.part.flatMap(WindowKind.init),
        let closes = entry.change.fields.first(where: { $0.column == "closes" })?.new.flatMap({ Int($0) })
      else { return }
      extended.append(
        ExtendedWindow(
          organisation: entry.change.key, kind: kind, closes: Instant(secondsSince1970: closes),
          member: entry.member, at: Instant(secondsSince1970: entry.at)))
    }
    return extended
  }

  private static func organisations(_ old: SittingDefinition, _ new: SittingDefinition) -> [RecordChange] {
    codes(old.organisations, new.organisations).compactMap { code in
      let (before, after) = (old.organisations[code], new.organisations[code])
      return change(
        .organisation, key: code, site: code, isOld: before != nil, isNew: after != nil,
        [
          ("name", before?.name, after?.name), ("address", before?.address, after?.address),
          ("enabled", before.map { "\($0.isEnabled)" }, after.map { "\($0.isEnabled)" }),
          ("audited", before.map { "\($0.isAudited)" }, after.map { "\($0.isAudited)" }),
        ])
    }
  }

  private static func users(_ old: SittingDefinition, _ new: SittingDefinition) -> [RecordChange] {
    codes(old.users, new.users).compactMap { name in
      let (before, after) = (old.users[name], new.users[name])
      return change(
        .user, key: name, site: after?.organisation ?? before?.organisation ?? "", isOld: before != nil,
        isNew: after != nil,
        [
          ("organisation", before?.organisation, after?.organisation),
          ("role", before?.role.rawValue, after?.role.rawValue),
        ])
    }
  }

  /// The windows that are written for an organisation; those that it inherits change with the one they come from.
  private static func windows(_ old: SittingDefinition, _ new: SittingDefinition) -> [RecordChange] {
    codes(old.windows, new.windows).flatMap { code -> [RecordChange] in
      let (before, after) = (old.windows[code], new.windows[code])
      let whole = change(
        .window, key: code, site: code, isOld: before != nil, isNew: after != nil,
        [("inherit", before.map { "\($0.inherits)" }, after.map { "\($0.inherits)" })])
      let each = WindowKind.allCases.filter { before?.written[$0] != after?.written[$0] }.compactMap { kind in
        let (before, after) = (old.window(kind, for: code), new.window(kind, for: code))
        return change(
          .window, key: code, part: kind.rawValue, site: code, isOld: before != nil, isNew: after != nil,
          [
            ("opens", seconds(before?.start), seconds(after?.start)),
            ("closes", seconds(before?.end), seconds(after?.end)),
          ])
      }
      return (whole.map { [$0] } ?? []) + each
    }
  }

  /// The rest: one change for each `sites.990701`, `fees.99` …, and one for what stands above the sections.
  private static func others(_ old: SittingDefinition, _ new: SittingDefinition) -> [RecordChange] {
    var changes: [RecordChange] = []
    for line in SittingChanges(from: old, to: new).list {
      let parts = line.path.split(separator: ".", maxSplits: 2).map(String.init)
      guard !["organisations", "users", "windows"].contains(parts[0]) else { continue }
      let hasCode = ["subjects", "fees", "sites", "plans"].contains(parts[0]) && parts.count > 1
      let part = hasCode ? parts[0] + "." + parts[1] : nil
      let column = hasCode ? (parts.count > 2 ? parts[2] : parts[0]) : line.path
      let field = RecordChange.Field(column, old: line.old, new: line.new)
      if let last = changes.last, last.part == part {
        changes[changes.count - 1].fields.append(field)
      } else {
        let site = hasCode && parts[0] != "plans" ? parts[1] : ""
        changes.append(
          RecordChange(.changed, .sitting, key: new.id, part: part, site: site, fields: [field]))
      }
    }
    return changes
  }

  /// A change of the fields that differ; nil where none does.
  private static func change(
    _ record: RecordKind, key: String, part: String? = nil, site: String, isOld: Bool, isNew: Bool,
    _ fields: [(String, String?, String?)]
  ) -> RecordChange? {
    let differing = fields.filter { $0.1 != $0.2 }.map { RecordChange.Field($0.0, old: $0.1, new: $0.2) }
    guard !differing.isEmpty else { return nil }
    return RecordChange(
      isOld ? isNew ? .changed : .removed : .created, record, key: key, part: part, site: site,
      fields: differing)
  }

  private static func codes<Value>(_ old: [String: Value], _ new: [String: Value]) -> [String] {
    Set(old.keys).union(new.keys).sorted()
  }

  private static func seconds(_ instant: Instant?) -> String? { instant.map { "\($0.secondsSince1970)" } }
}

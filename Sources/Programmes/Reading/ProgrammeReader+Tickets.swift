internal import ExamModel
internal import Tabular

extension ProgrammeReader {
  /// The values that ticket numbers can be made of.
  static let ticketFields = [
    "subject", "level", "sitting", "plan", "site", "room", "batch", "serial", "seat",
  ]

  func ticket(_ map: DefinitionMap, _ programme: Programme) -> TicketPattern? {
    guard let pattern = pattern(map, "tickets", fields: Self.ticketFields) else { return nil }
    checkSubjectWidth(pattern, map, "tickets", programme)
    let site = programme.levels.codeLengths.last
    if let field = pattern.fields.first(where: { $0.name == "site" }), let site, field.width != site {
      map.note(DefinitionRules.width, "tickets", ["{site}", String(field.width), String(site), String(site)])
    }
    return pattern
  }

  /// A pattern whose fields are all known.
  func pattern(_ map: DefinitionMap, _ key: String, fields: [String]) -> TicketPattern? {
    guard let text = map.text(key) else { return nil }
    do throws(TicketPatternFault) {
      let pattern = try TicketPattern(text)
      for field in pattern.fields where !fields.contains(field.name) {
        map.note(DefinitionRules.reference, key, [map.name(key), field.name, fields.joined(separator: ", ")])
      }
      return pattern
    } catch {
      let reason = Self.reason(error)
      map.note(DefinitionRules.pattern, key, [text, reason.zh, reason.en])
      return nil
    }
  }

  func checkSubjectWidth(
    _ pattern: TicketPattern, _ map: DefinitionMap, _ key: String, _ programme: Programme
  ) {
    guard let field = pattern.fields.first(where: { $0.name == "subject" }) else { return }
    if let longest = programme.subjects.map(\.code.utf8.count).max(), longest > field.width {
      map.note(
        DefinitionRules.width, key, ["{subject}", String(field.width), String(longest), String(longest)])
    }
  }

  private static func reason(_ fault: TicketPatternFault) -> Wording {
    switch fault {
    case .unclosed: Wording(zh: "花括号没有闭合", en: "a brace is not closed")
    case .field(let text): Wording(zh: "“{\(text)}”不是 {名称:宽度}", en: "“{\(text)}” is not {name:width}")
    case .doubled(let field): Wording(zh: "字段 \(field) 出现两次", en: "the field \(field) stands twice")
    case .text(let text): Wording(zh: "“\(text)”不是字母和数字", en: "“\(text)” is not of letters and digits")
    case .noField: Wording(zh: "没有字段", en: "it has no field")
    case .tooLong(let length): Wording(zh: "总长 \(length)，超过 30", en: "it makes \(length) characters, over 30")
    }
  }
}

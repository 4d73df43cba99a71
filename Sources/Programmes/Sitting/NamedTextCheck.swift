public import Tabular

/// 名称检查 — what is wrong with names and addresses that people type by hand. The column of a finding is the option of the
/// command.
public enum NamedTextCheck {
  /// The most characters of a name or an address.
  private static let mostCharacters = 100

  /// The findings of texts that must not be blank.
  public static func findings(_ texts: [(option: String, text: String)]) -> [Finding] {
    texts.compactMap { option, text in
      let isLine = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      guard text.isEmpty || text.count > mostCharacters || !isLine else { return nil }
      return Finding(
        .wrongName, at: Place(column: option), value: String(text.prefix(20)),
        arguments: [option, String(mostCharacters)])
    }
  }

  /// The finding where a user of the name is there already.
  public static func takenUserName(_ name: String) -> Finding {
    Finding(.takenUserName, at: Place(column: "--name"), value: name, arguments: [name])
  }
}

extension FindingTemplate {
  static let wrongName = FindingTemplate(
    "ORG-01.name",
    message: Wording(zh: "{0} 应是一行、1–{1} 个字符的文字。", en: "{0} is one line of 1 to {1} characters."),
    advice: Wording(zh: "请填写，不要换行。", en: "Fill it in, without line breaks."))

  static let takenUserName = FindingTemplate(
    "ORG-02.taken",
    message: Wording(zh: "用户名 {0} 已经有人使用。", en: "The user name {0} is taken."),
    advice: Wording(
      zh: "一个用户只属于一个机构；请换一个名称。", en: "A user belongs to exactly one organisation: choose another name."))
}

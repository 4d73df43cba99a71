import ExamModel
import Tabular

/// 值的形式 — what a value should look like, in words and with an example.
struct ValueForm {
  let zh: String
  let en: String

  /// The arguments of the finding: {0} is the Chinese, {1} the English name.
  var arguments: [String] { [zh, en] }

  static let mapping = ValueForm(zh: "键值表（键: 值）", en: "keys with values (key: value)")
  static let list = ValueForm(
    zh: "列表（[值, 值] 或以 - 开头的行）", en: "a list ([value, value], or lines that begin with -)")
  static let text = ValueForm(zh: "文字", en: "a text")
  static let flag = ValueForm(zh: "true 或 false", en: "true or false")
  static let number = ValueForm(zh: "整数，如 100", en: "a whole number such as 100")
  static let date = ValueForm(zh: "日期，如 2020-09-26", en: "a date such as 2020-09-26")
  static let instant = ValueForm(
    zh: "日期和时间，如 2020-07-23 08:00", en: "a date and time such as 2020-07-23 08:00")
  static let money = ValueForm(
    zh: "金额（元，最多两位小数），如 76.00", en: "yuan with at most two decimals, such as 76.00")
}

extension SittingReader {
  /// One value; a finding where it is a list or a mapping, or `read` cannot read it.
  mutating func value<Value>(
    _ node: DocumentNode, at path: String, form: ValueForm, read: (String) -> Value?
  ) -> Value? {
    if case .scalar(let text) = node.content, let value = read(text) { return value }
    if case .unreadable = node.content {
      noteUnread(path)
      return nil
    }
    report(.wrongForm, at: path, line: node.line, value: node.shown, arguments: form.arguments)
    return nil
  }

  /// The value of a key, or nil where there is none that can be read.
  mutating func value<Value>(
    _ key: String, of fields: Fields, form: ValueForm, isRequired: Bool = false, read: (String) -> Value?
  ) -> Value? {
    guard let node = node(key, of: fields, isRequired: isRequired) else { return nil }
    return value(node, at: fields.path(of: key), form: form, read: read)
  }

  /// The value under a code; a finding where it is blank.
  mutating func value<Value>(
    _ pair: DocumentNode.Pair, of fields: Fields, form: ValueForm, read: (String) -> Value?
  ) -> Value? {
    let path = fields.path(of: pair.key)
    if pair.value.isSomething { return value(pair.value, at: path, form: form, read: read) }
    reportMissing(pair.key, at: path, line: pair.line)
    return nil
  }

  /// A text without the blanks around it; blank is no text.
  mutating func text(_ key: String, of fields: Fields, isRequired: Bool = false) -> String? {
    value(key, of: fields, form: .text, isRequired: isRequired, read: Self.text)
  }

  /// `true` or `false`.
  mutating func flag(_ key: String, of fields: Fields) -> Bool? {
    value(key, of: fields, form: .flag) { Bool($0.lowercased()) }
  }

  /// A whole number.
  mutating func number(_ key: String, of fields: Fields, isRequired: Bool = false) -> Int? {
    value(key, of: fields, form: .number, isRequired: isRequired, read: Self.number)
  }

  /// An amount in yuan, as fen.
  mutating func fen(_ key: String, of fields: Fields, isRequired: Bool = false) -> Int? {
    value(key, of: fields, form: .money, isRequired: isRequired) { Hundredths($0)?.value }
  }

  /// A list of values; those that cannot be read are left out, each with its finding.
  mutating func list<Value>(
    _ node: DocumentNode, at path: String, form: ValueForm, read: (String) -> Value?
  ) -> [Value]? {
    guard case .list(let items) = node.content else {
      report(.wrongForm, at: path, line: node.line, value: node.shown, arguments: ValueForm.list.arguments)
      return nil
    }
    var values: [Value] = []
    for item in items {
      if let value = value(item, at: path, form: form, read: read) { values.append(value) }
    }
    return values
  }

  /// A list of days, which is short: offers are compared day by day.
  mutating func dates(_ node: DocumentNode, at path: String) -> [CalendarDate]? {
    let most = 100
    if case .list(let items) = node.content, items.count > most {
      report(.tooManyDates, at: path, line: node.line, arguments: [String(items.count), String(most)])
      return nil
    }
    return list(node, at: path, form: .date) { CalendarDate($0) }
  }

  /// A text without the blanks around it; blank is none, and a control character inside is none that was meant.
  static func text(_ text: String) -> String? {
    let trimmed = TextCleaning.trimmed(text)
    let isClean = trimmed.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return trimmed.isEmpty || !isClean ? nil : trimmed
  }

  /// A whole number of at most nine digits, so that sums of them stay far from any limit.
  static func number(_ text: String) -> Int? {
    text.utf8.count <= 10 ? Int(text) : nil
  }
}

import ExamModel
import Tabular

extension SittingReader {
  private static let keys = [
    "sitting", "programme", "number", "name", "examDates", "ages", "organisations", "users", "windows",
    "subjects", "fees", "sites", "plans", "calendar", "accounts", "copyFrom",
  ]

  /// The whole document. What cannot be read is left out.
  mutating func definition(_ root: DocumentNode) -> SittingDefinition {
    var definition = SittingDefinition(programme: "", number: 0, name: "", examDates: [])
    guard let fields = fields(root, at: "", known: Self.keys) else { return definition }
    definition.id = text("sitting", of: fields, isRequired: true) ?? ""
    definition.programme = text("programme", of: fields, isRequired: true) ?? ""
    definition.number = number("number", of: fields, isRequired: true) ?? 0
    definition.name = text("name", of: fields, isRequired: true) ?? ""
    copyFrom = text("copyFrom", of: fields)
    definition.examDates = examDates(of: fields)
    definition.ages = ages(of: fields)
    definition.organisations = organisations(of: fields)
    definition.users = users(of: fields)
    definition.windows = windows(of: fields)
    definition.offers = coded("subjects", of: fields) { reader, node, path in
      reader.subjects(node, at: path, examDates: definition.examDates)
    }
    definition.fees = coded("fees", of: fields) { $0.feeTable($1, at: $2) }
    definition.sites = coded("sites", of: fields) { reader, node, path in
      reader.site(node, at: path, examDates: definition.examDates)
    }
    definition.plans = plans(of: fields)
    definition.calendar = calendar(of: fields)
    accounts = accounts(of: fields)
    return definition
  }

  /// The values under the codes of a key that may be left out.
  mutating func coded<Value>(
    _ key: String, of fields: Fields, read: (inout SittingReader, DocumentNode, String) -> Value?
  ) -> [String: Value] {
    guard let node = node(key, of: fields), let codes = self.fields(node, at: fields.path(of: key)) else {
      return [:]
    }
    var values: [String: Value] = [:]
    for pair in codes.pairs {
      values[pair.key] = read(&self, pair.value, codes.path(of: pair.key))
    }
    return values
  }

  private mutating func examDates(of fields: Fields) -> [CalendarDate] {
    guard let node = node("examDates", of: fields, isRequired: true),
      let dates = dates(node, at: "examDates")
    else { return [] }
    if Set(dates).count < dates.count {
      report(.doubledExamDate, at: "examDates", line: node.line)
    }
    return Set(dates).sorted()
  }

  private mutating func ages(of fields: Fields) -> SittingDefinition.Ages? {
    guard let node = node("ages", of: fields),
      let limits = self.fields(node, at: "ages", known: ["least", "most"])
    else { return nil }
    let least = number("least", of: limits, isRequired: true)
    let most = number("most", of: limits, isRequired: true)
    guard let least, let most else { return nil }
    return SittingDefinition.Ages(least: least, most: most)
  }
}

extension FindingTemplate {
  static let doubledExamDate = FindingTemplate(
    "SET-08.examDates",
    message: Wording(zh: "考试日期中有重复的日期。", en: "An exam date stands twice."),
    advice: Wording(zh: "每个考试日期只写一次。", en: "Write each exam date once."))
}

internal import Exports
internal import Imports
internal import Operations
internal import Tabular

/// 规则说明 — what one code means and how to mend it. A `…` stands where a finding names the value, the row or the like.
struct RuleExplanation {
  /// The code: a rule's ID, the failure behind `.`, the wording behind `/`.
  let code: String
  let isError: Bool
  /// Whether it is not a finding of a file, but forbids the whole call.
  let isRefusal: Bool
  let meaning: Wording
  let remedy: Wording

  /// As programs read it.
  struct Item: Encodable {
    var code: String
    var rule: String
    var severity: String
    var message: String
    var suggestion: String
  }

  init(_ template: FindingTemplate) {
    code = template.code
    isError = template.severity == .error
    isRefusal = false
    meaning = Self.withoutArguments(template.message)
    remedy = Self.withoutArguments(template.advice)
  }

  init(_ refusal: RefusalRule) {
    code = refusal.rule
    isError = true
    isRefusal = true
    meaning = refusal.meaning
    remedy = refusal.remedy
  }

  func item(in language: Language) -> Item {
    Item(
      code: code, rule: String(code.prefix { $0 != "/" }),
      severity: isRefusal ? "refusal" : isError ? "error" : "warning", message: meaning[language],
      suggestion: remedy[language])
  }

  private static func withoutArguments(_ wording: Wording) -> Wording {
    let dots = Array(repeating: "…", count: 10)
    return Wording(zh: wording.filled(with: dots, in: .zh), en: wording.filled(with: dots, in: .en))
  }
}

/// 规则目录 — the explanations of all codes: of imports, sitting files, definitions, exports and refusals.
enum RuleExplanations {
  /// All of them in the order of their codes.
  static let all: [RuleExplanation] =
    ((FindingCatalogue.templates + ExportKinds.templates).map { RuleExplanation($0) }
    + RefusalRule.all.map { RuleExplanation($0) }).sorted { $0.code < $1.code }

  /// Those of a code, or of all codes below a rule's ID; capitals do not count.
  /// - Throws: `UsageError` with the near ones where there is none.
  static func of(_ rule: String) throws(UsageError) -> [RuleExplanation] {
    let asked = rule.lowercased()
    let found = all.filter { explanation in
      let code = explanation.code.lowercased()
      return code == asked || [".", "/"].contains { code.hasPrefix(asked + $0) }
    }
    guard found.isEmpty else { return found }
    let near = near(asked)
    guard !near.isEmpty else {
      throw UsageError(
        zh: "没有规则“\(rule)”。不写规则号可列出全部：kaowu explain。",
        en: "There is no rule “\(rule)”. Without an ID all are listed: kaowu explain.")
    }
    let list = near.joined(separator: " ")
    throw UsageError(zh: "没有规则“\(rule)”。相近的有：\(list)", en: "There is no rule “\(rule)”. Near ones: \(list)")
  }

  /// The rules of the same family, or with few other letters.
  private static func near(_ asked: String) -> [String] {
    var rules: [String] = []
    for explanation in all {
      let rule = String(explanation.code.prefix { $0 != "." && $0 != "/" })
      if !rules.contains(rule) { rules.append(rule) }
    }
    let family = asked.prefix { $0 != "-" && $0 != "." }
    let relatives = rules.filter { $0.lowercased().prefix { $0 != "-" && $0 != "." } == family }
    return relatives.isEmpty ? rules.filter { differences($0.lowercased(), asked) <= 2 } : relatives
  }

  /// How many characters at the same place differ; what one has more than the other counts too.
  private static func differences(_ one: String, _ other: String) -> Int {
    zip(one, other).count { $0 != $1 } + abs(one.count - other.count)
  }
}

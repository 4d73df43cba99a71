internal import Programmes
public import Tabular

/// 规则族 — the rules of one file in `Rules`: the words of their findings, beside the checks that emit them.
protocol RuleFamily: Sendable {
  /// The words of every code that the family's checks emit.
  static var templates: [FindingTemplate] { get }
}

/// 发现目录 — the words of every code that any import can emit, sitting files and programme definitions included, found
/// by the code.
public enum FindingCatalogue {
  /// All templates in the order of their codes.
  public static let templates: [FindingTemplate] =
    (everyRuleFamily.flatMap { $0.templates } + SittingRules.templates + DefinitionRules.templates)
    .sorted { $0.code < $1.code }

  private static let byCode = Dictionary(templates.map { ($0.code, $0) }) { first, _ in first }

  /// The template of a code.
  public static func template(_ code: String) -> FindingTemplate? { byCode[code] }

  /// What is wrong, in words; the bare code where it is not known (a finding kept by another version).
  public static func message(_ finding: Finding, in language: Language) -> String {
    template(finding.code)?.message.filled(with: finding.arguments, in: language) ?? finding.code
  }

  /// What to do: the computed suggestion where there is one, else the general advice.
  public static func suggestion(_ finding: Finding, in language: Language) -> String {
    finding.suggestion ?? template(finding.code)?.advice.filled(with: finding.arguments, in: language) ?? ""
  }
}

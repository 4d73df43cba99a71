internal import ExamModel
internal import Programmes
internal import Tabular

/// 学籍逐行检查 — what can be said of a roster row by itself: required cells, the document, the sites it names.
struct RosterRowChecks: Sendable {
  private let binding: FieldBinding
  private let required: RequiredCells
  private let documents: DocumentChecks
  private let ownSite: String
  private let sitesIndex: Int?
  private let sites: CodeLookup

  init(_ context: ImportContext, binding: FieldBinding) {
    self.binding = binding
    required = RequiredCells(binding)
    documents = DocumentChecks(context, binding: binding)
    ownSite = context.site
    sitesIndex = binding.index(of: "sites")
    sites = CodeLookup(Self.table(context))
  }

  /// The sites of the province that the site lies in: a student is never sent into another (NCRE ch. 19).
  private static func table(_ context: ImportContext) -> CodeTable {
    let levels = context.programme.levels
    let sites = context.sitting.organisations.values
      .filter { levels.isSite($0.code) && $0.code.hasPrefix(context.province) }
      .sorted { $0.code < $1.code }
    return CodeTable(
      name: "site", title: "本省考点", items: sites.map { CodeTable.Item(code: $0.code, name: $0.name) })
  }

  /// The sites at which a row lets register; none where it says nothing, for then it may be anywhere.
  func sites(of row: DecodedRow) -> [String] {
    (row[sitesIndex] ?? "").split(separator: ",").map(String.init)
  }

  func check(_ row: inout DecodedRow) {
    required.check(&row)
    documents.check(&row)
    readSites(&row)
  }

  /// No column: the own site alone. A blank cell: anywhere in the province. Else the sites that are named.
  private func readSites(_ row: inout DecodedRow) {
    guard let index = sitesIndex else { return }
    guard binding.positions[index] != nil else {
      row.values[index] = ownSite
      return
    }
    guard let text = row.values[index] else { return }
    var codes: Set<String> = []
    for part in text.split(whereSeparator: { ",;；、，".contains($0) }).map(String.init) {
      let name = TextCleaning.trimmed(part)
      guard !name.isEmpty else { continue }
      switch sites.find(name) {
      case .code(let code): codes.insert(code)
      case .unknown(let near):
        row.note(
          RosterRules.unknownSite, at: index, in: binding, value: name, arguments: [name],
          suggestion: near.map { "\($0.code)-\($0.name)" })
      }
    }
    // Separators alone name no site, and so are as good as nothing.
    row.values[index] = codes.isEmpty ? nil : codes.sorted().joined(separator: ",")
  }
}

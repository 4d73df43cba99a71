internal import CSVFormat
internal import ExamModel
internal import Exports
internal import Files
internal import Imports
internal import Programmes
internal import Tabular

extension Office {
  /// 下载模板 — writes the blank form of an import kind: a workbook with drop-downs, samples and code tables, or for CSV
  /// kinds a file with the headings.
  /// - Throws: `UnknownKind`, `Refusal` where the programme has no such form, `FileError` where the disk fails.
  public func writeTemplate(kind name: String, sitting code: String, site: String, to path: String)
    async throws
  {
    guard let kind = ImportKinds.named(name) else { throw UnknownKind(name: name) }
    let sitting = try await open(code)
    try sitting.requireSight(of: site)
    guard let layout = kind.layout.flatMap({ sitting.programme.layouts[$0] }) else {
      throw Refusal(
        .precondition, rule: "REG-02",
        Wording(zh: "“\(kind.title.zh)”没有模板：它不读表格。", en: "There is no template for \(kind.title.en)."))
    }
    if kind.source == .csv {
      let file = try WholeFile(path: path)
      var writer = try CSVWriter(file)
      try writer.write(layout.columns.filter { $0.replaces.isEmpty }.map(\.heading))
      try writer.finish()
      try file.finish()
    } else {
      try template(of: layout, sitting).write(to: path) { _ in }
    }
  }

  /// The template of a layout as it holds in a sitting.
  func template(of layout: Layout, _ sitting: OpenSitting, extra: Set<String> = []) -> TemplateWorkbook {
    let names = Set(layout.columns.compactMap(\.table))
    return TemplateWorkbook(
      layout, extra: extra,
      tables: names.sorted().compactMap { sitting.programme.table($0, sitting: sitting.definition.number) },
      created: now.secondsSince1970)
  }
}

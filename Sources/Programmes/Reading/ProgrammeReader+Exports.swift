internal import ExamModel
internal import Tabular

extension ProgrammeReader {
  /// Reads `exports/*.yaml`.
  func readExports(_ programme: Programme) throws(FileError) -> [String: ExportLayout] {
    var exports: [String: ExportLayout] = [:]
    for name in try DefinitionFolder.files(in: "\(folder)/exports", extension: "yaml") {
      let path = "exports/\(name).yaml"
      let map = try DefinitionFile.read("\(folder)/\(path)", name: path, findings: findings)
      let forms = map.choices("forms", ExportLayout.Form.self)
      if forms.isEmpty { map.note(DefinitionRules.missing, "forms", ["forms"]) }
      let layout = ExportLayout(
        name: name, title: map.requiredText("title") ?? name, forms: forms, file: map.text("file") ?? name,
        order: map.choices("order", ExportField.self),
        columns: map.maps("columns").compactMap { readColumn($0, forms, programme) })
      map.finish()
      if layout.columns.isEmpty { map.note(DefinitionRules.missing, "columns", ["columns"]) }
      checkDoubled(layout, map)
      if forms.contains(.dbf) { checkRecord(layout, map) }
      exports[name] = layout
    }
    return exports
  }

  private func readColumn(
    _ map: DefinitionMap, _ forms: [ExportLayout.Form], _ programme: Programme
  ) -> ExportColumn? {
    defer { map.finish() }
    if !map.has("source") { map.note(DefinitionRules.missing, "source", [map.name("source")]) }
    let source = map.choice("source", ExportField.self)
    let field = map.text("field")
    let heading = map.text("heading") ?? field
    let kind = map.choice("kind", ExportColumn.Kind.self) ?? .character
    let width = map.integer("width", in: 1...254) ?? 0
    let decimals = map.integer("decimals", in: 0...15) ?? 0
    let style = map.choice("style", ExportColumn.Style.self) ?? .plain
    if heading == nil { map.note(DefinitionRules.missing, "heading", [map.name("heading")]) }
    guard let source, let heading else { return nil }
    let column = ExportColumn(
      source: source, field: field, heading: heading, kind: kind, width: width, decimals: decimals,
      style: style)
    if forms.contains(.dbf) { checkField(column, map, programme) }
    return column
  }

  /// What dBASE III demands of a field.
  private func checkField(_ column: ExportColumn, _ map: DefinitionMap, _ programme: Programme) {
    for key in ["field", "width"] where !map.has(key) {
      map.note(DefinitionRules.missing, key, [map.name(key)])
    }
    if let field = column.field, !isFieldName(field) {
      map.note(DefinitionRules.value, "field", ["field", field, "A–Z, 0–9, _ (10)"])
    }
    if column.kind == .numeric, column.width > 19 {
      map.note(
        DefinitionRules.width, "width", [column.heading, String(column.width), "不超过 19", "at most 19"])
    }
    if column.kind == .numeric, column.decimals > 0, column.decimals > column.width - 2 {
      let least = String(column.decimals + 2)
      map.note(DefinitionRules.width, "width", [column.heading, String(column.width), least, least])
    }
    if column.source == .ticket, let length = programme.ticket?.length, column.width > 0,
      column.width < length
    {
      map.note(
        DefinitionRules.width, "width",
        [column.heading, String(column.width), String(length), String(length)])
    }
  }

  private func isFieldName(_ name: String) -> Bool {
    guard (1...10).contains(name.utf8.count), let first = name.utf8.first, isCapital(first) else {
      return false
    }
    return name.utf8.allSatisfy { isCapital($0) || $0 &- UInt8(ascii: "0") <= 9 || $0 == UInt8(ascii: "_") }
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

  /// What dBASE III demands of a record: at most 128 fields and 4 000 bytes with the deletion mark.
  private func checkRecord(_ layout: ExportLayout, _ map: DefinitionMap) {
    let bytes = layout.columns.reduce(1) { $0 + $1.width }
    if bytes > 4_000 {
      map.note(DefinitionRules.width, "columns", [layout.title, String(bytes), "不超过 4000", "at most 4000"])
    }
    if layout.columns.count > 128 {
      map.note(
        DefinitionRules.width, "columns",
        [layout.title, String(layout.columns.count), "不超过 128 列", "at most 128 fields"])
    }
  }

  private func checkDoubled(_ layout: ExportLayout, _ map: DefinitionMap) {
    for (index, column) in layout.columns.enumerated() {
      let earlier = layout.columns[..<index]
      if let field = column.field, earlier.contains(where: { $0.field == field }) {
        map.note(DefinitionRules.doubled, "columns", [field, "field"])
      }
      if earlier.contains(where: { $0.heading == column.heading }) {
        map.note(DefinitionRules.doubled, "columns", [column.heading, "heading"])
      }
    }
  }
}

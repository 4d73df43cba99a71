internal import Tabular

extension ProgrammeReader {
  /// Reads `imports/*.yaml`. A layout with a `base` has the columns of that layout first; a column of the same field takes
  /// the place of the base's.
  func readLayouts(_ programme: Programme) throws(FileError) -> [String: Layout] {
    var maps: [String: DefinitionMap] = [:]
    let names = try DefinitionFolder.files(in: "\(folder)/imports", extension: "yaml")
    for name in names {
      let path = "imports/\(name).yaml"
      maps[name] = try DefinitionFile.read("\(folder)/\(path)", name: path, findings: findings)
    }
    var layouts: [String: Layout] = [:]
    // Those without a base first, so that a base is there when it is named.
    for name in names.filter({ maps[$0]?.has("base") != true })
      + names.filter({ maps[$0]?.has("base") == true })
    {
      guard let map = maps[name] else { continue }
      var columns: [LayoutColumn] = []
      if let base = map.text("base") {
        if let layout = layouts[base], maps[base]?.has("base") != true {
          columns = layout.columns
        } else {
          map.note(
            DefinitionRules.reference, "base", ["base", base, layouts.keys.sorted().joined(separator: ", ")])
        }
      }
      let own = map.maps("columns").compactMap { readColumn($0, programme) }
      checkFields(own, map)
      for column in own {
        if let index = columns.firstIndex(where: { $0.field == column.field }) {
          columns[index] = column
        } else {
          columns.append(column)
        }
      }
      if columns.isEmpty { map.note(DefinitionRules.missing, "columns", ["columns"]) }
      checkHeadings(columns, own: Set(own.map(\.field)), map)
      layouts[name] = Layout(
        name: name, sheet: map.text("sheet"), sampleSheet: map.text("sampleSheet"), columns: columns)
      map.finish()
    }
    return layouts
  }

  private func readColumn(_ map: DefinitionMap, _ programme: Programme) -> LayoutColumn? {
    defer { map.finish() }
    let field = map.requiredText("field")
    let heading = map.requiredText("heading")
    let column = LayoutColumn(
      field: field ?? "", heading: heading ?? "", aliases: map.texts("aliases"),
      type: map.choice("type", FieldType.self) ?? .text, isRequired: map.flag("required"),
      table: map.text("table"),
      most: map.integer("most", in: 1...32_767), hint: map.text("hint"), sample: map.text("sample"),
      replaces: map.texts("replaces"))
    guard field != nil, heading != nil else { return nil }
    checkTable(column, map, programme)
    return column
  }

  private func checkTable(_ column: LayoutColumn, _ map: DefinitionMap, _ programme: Programme) {
    guard let name = column.table else {
      if column.type == .code { map.note(DefinitionRules.tableNeeded, "table", [column.heading]) }
      return
    }
    guard Programme.suppliedTables.contains(name) || tables[name] != nil else {
      let known = (Programme.suppliedTables + tables.names).joined(separator: ", ")
      map.note(DefinitionRules.table, "table", [name, known])
      return
    }
    // Most samples are names as they stand in the table, which needs no preparing for that.
    if let sample = column.sample, column.type == .code, let table = tables[name],
      !table.items.contains(where: { $0.name == sample }), case .unknown = CodeLookup(table).find(sample)
    {
      map.note(DefinitionRules.sample, "sample", [column.heading, sample])
    }
  }

  private func checkFields(_ columns: [LayoutColumn], _ map: DefinitionMap) {
    for (index, column) in columns.enumerated()
    where columns[..<index].contains(where: { $0.field == column.field }) {
      map.note(DefinitionRules.doubled, "columns", [column.field, "field"])
    }
  }

  /// What is wrong in a base is told there, and not again here.
  private func checkHeadings(_ columns: [LayoutColumn], own: Set<String>, _ map: DefinitionMap) {
    var owners: [String: String] = [:]
    for column in columns {
      for text in Set(([column.heading] + column.aliases).map(HeadingMatcher.folded)).sorted() {
        if let other = owners[text], own.contains(other) || own.contains(column.field) {
          map.note(DefinitionRules.doubled, "columns", [text, "\(other), \(column.field)"])
        }
        owners[text] = column.field
      }
      for field in column.replaces
      where own.contains(column.field) && !columns.contains(where: { $0.field == field }) {
        map.note(
          DefinitionRules.reference, "columns",
          ["replaces", field, columns.map(\.field).joined(separator: ", ")])
      }
    }
  }
}

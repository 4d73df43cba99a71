internal import Tabular

extension ProgrammeReader {
  /// Reads the programme's `documents/*.yaml`, and of the shared ones those that it does not have itself.
  func readDocuments() throws(FileError) -> [String: DocumentLayout] {
    var maps: [String: DefinitionMap] = [:]
    for (place, shown) in [("\(folder)/documents", "documents"), ("\(shared)/Documents", "Documents")] {
      for name in try DefinitionFolder.files(in: place, extension: "yaml") where maps[name] == nil {
        maps[name] = try DefinitionFile.read(
          "\(place)/\(name).yaml", name: "\(shown)/\(name).yaml", findings: findings)
      }
    }
    let notices = try readNotices()
    let own = maps.filter { !$0.value.has("like") }
    var layouts: [String: DocumentLayout] = [:]
    for (name, map) in own.sorted(by: { $0.key < $1.key }) {
      layouts[name] = documentLayout(name, map, notices)
    }
    for (name, map) in maps.sorted(by: { $0.key < $1.key }) where own[name] == nil {
      layouts[name] = documentLayout(name, map, like: layouts.filter { own[$0.key] != nil })
    }
    return layouts
  }

  /// A layout that looks like another one: only its title, its files and its orders are its own.
  private func documentLayout(
    _ name: String, _ map: DefinitionMap, like others: [String: DocumentLayout]
  ) -> DocumentLayout? {
    defer { map.finish() }
    let title = map.requiredText("title")
    let file = map.text("file").map { fileText($0, map) }
    let orders = map.choices("orders", DocumentLayout.Order.self)
    guard let like = map.requiredText("like") else { return nil }
    guard var layout = others[like] else {
      map.note(
        DefinitionRules.reference, "like", ["like", like, others.keys.sorted().joined(separator: ", ")])
      return nil
    }
    layout.name = name
    layout.title = title ?? name
    layout.file = file ?? layout.file
    if !orders.isEmpty { layout.orders = orders }
    return layout
  }

  private func fileText(_ text: String, _ map: DefinitionMap) -> DocumentText {
    DocumentBoxReader(notices: [:]).text(
      text, "file", map, allowed: DocumentField.allCases.filter { !$0.isCounted })
  }

  /// The texts of the programme's `notices`, and of `Templates/Notices` those that it does not have itself.
  private func readNotices() throws(FileError) -> [String: String] {
    var notices: [String: String] = [:]
    for (place, shown) in [("\(folder)/notices", "notices"), ("\(shared)/Notices", "Notices")] {
      for name in try DefinitionFolder.files(in: place, extension: "txt") where notices[name] == nil {
        let text = try DefinitionFile.text("\(place)/\(name).txt", name: "\(shown)/\(name).txt")
        notices[name] = text.replacing("\r\n", with: "\n").trimmingLineBreaks
      }
    }
    return notices
  }

  private func documentLayout(
    _ name: String, _ map: DefinitionMap, _ notices: [String: String]
  ) -> DocumentLayout {
    let title = map.requiredText("title") ?? name
    let fonts = map.texts("fonts")
    let size = map.lengths("page", 2, least: 20) ?? [210, 297]
    let page = DocumentBox.Area(x: 0, y: 0, width: size[0], height: size[1])
    let boxes = DocumentBoxReader(notices: notices)
    let sheet = map.choices("sheet", DocumentField.self)
    let file = fileText(map.text("file") ?? "{site}", map)
    let orders = map.choices("orders", DocumentLayout.Order.self)
    let grid = documentGrid(map, page)
    // What stands on the page itself must be the same for all who stand on it.
    let common = DocumentField.allCases.filter { $0.isOfSitting || $0.isOfSheet } + sheet.flatMap(\.implied)
    let head = boxes.read("head", map, inside: page, allowed: common)
    let corner = grid.map { DocumentBox.Area(x: 0, y: 0, width: $0.first.width, height: $0.first.height) }
    let cell = boxes.read("cell", map, inside: corner ?? page, allowed: DocumentField.allCases)
    let vacant = boxes.read("vacant", map, inside: corner ?? page, allowed: common + [.seat])
    if cell.isEmpty { map.note(DefinitionRules.missing, "cell", ["cell"]) }
    map.finish()
    return DocumentLayout(
      name: name, title: title, fonts: fonts, page: page, file: file, sheet: sheet,
      orders: orders.isEmpty ? [.room] : orders, grid: grid ?? .single(page), head: head, cell: cell,
      vacant: vacant)
  }

  private func documentGrid(_ map: DefinitionMap, _ page: DocumentBox.Area) -> DocumentLayout.Grid? {
    guard let grid = map.map("grid") else {
      if !map.has("grid") { map.note(DefinitionRules.missing, "grid", ["grid"]) }
      return nil
    }
    defer { grid.finish() }
    let gap = grid.lengths("gap", 2) ?? [0, 0]
    let (columns, rows) = (
      grid.requiredInteger("columns", in: 1...50) ?? 1, grid.requiredInteger("rows", in: 1...100) ?? 1
    )
    let place = grid.choice("place", DocumentLayout.Grid.Place.self) ?? .order
    let direction = grid.choice("direction", DocumentLayout.Grid.Direction.self) ?? .rows
    guard let first = grid.requiredArea("first") else { return nil }
    let result = DocumentLayout.Grid(
      columns: columns, rows: rows, first: first, gapRight: gap[0], gapDown: gap[1], place: place,
      direction: direction)
    let last = result.corner(of: result.cells - 1)
    let whole = DocumentBox.Area(
      x: first.x, y: first.y, width: last.x + first.width - first.x, height: last.y + first.height - first.y)
    DocumentBoxReader.requireInside(whole, page, "first", grid)
    return result
  }
}

extension DocumentLayout.Grid {
  /// One cell that is the whole page.
  fileprivate static func single(_ page: DocumentBox.Area) -> DocumentLayout.Grid {
    DocumentLayout.Grid(
      columns: 1, rows: 1, first: page, gapRight: 0, gapDown: 0, place: .order, direction: .rows)
  }
}

extension DocumentField {
  /// Known only once all files are laid out, so that no file can be named by it.
  fileprivate var isCounted: Bool {
    switch self {
    case .number, .count, .firstTicket, .lastTicket, .subjects, .page, .pages: true
    default: false
    }
  }
}

extension String {
  /// Without line breaks and blanks at the end.
  fileprivate var trimmingLineBreaks: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

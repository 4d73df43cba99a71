import Tabular
import ZIPFormat

/// 批注涉及的部件 — which parts of a package a copy changes or adds: everything else is taken over as it lies there.
struct AnnotatedParts {
  /// A part, and whether the package has it.
  struct Part {
    let path: String
    let exists: Bool
  }

  let sheet: String
  let styles: Part
  let comments: Part
  let drawing: Part
  let sheetRelationships: Part
  /// The relationship from the sheet to the comments' boxes.
  let drawingID: String
  /// The ranges of the tables on the sheet.
  let tables: [CellArea]
  private let package: Package
  private let workbookRelationships: Part
  private let isStrict: Bool

  private static let contentTypes = "[Content_Types].xml"

  init(_ package: Package, _ parts: WorkbookParts, sheet: String, survey: SheetSurvey) throws(FileError) {
    self.package = package
    self.sheet = sheet
    isStrict = survey.isStrict
    let path = PartPath.relationships(of: sheet)
    sheetRelationships = Part(path: path, exists: package.entry(path) != nil)
    workbookRelationships = Part(path: PartPath.relationships(of: parts.workbookPart), exists: true)
    let relationships = try package.relationships(of: sheet)
    let ids = Set(relationships.targets.map(\.id))

    styles = try Self.part(parts.stylesPart, in: package) ?? Self.new("xl/styles", ".xml", in: package)
    comments =
      try Self.part(relationships.part(ofType: "comments"), in: package)
      ?? Self.new("xl/comments", ".xml", in: package)
    let boxes = relationships.targets.first { $0.id == survey.legacyDrawing }
    drawing =
      try Self.part(boxes?.part, in: package) ?? Self.new("xl/drawings/vmlDrawing", ".vml", in: package)
    drawingID = survey.legacyDrawing ?? Self.newID(ids)
    tables = try Self.tables(relationships, package)
  }

  /// The parts that change while the package is copied, with their new bytes: its list of types and its relationships.
  func smallParts() throws(FileError) -> [String: [UInt8]] {
    var parts = [Self.contentTypes: try contentTypes(), sheetRelationships.path: try relationshipsOfSheet()]
    if !styles.exists { parts[workbookRelationships.path] = try relationshipsOfWorkbook() }
    return parts
  }

  /// The parts that a copy adds behind all others, by their paths.
  func isNew(_ path: String) -> Bool { package.entry(path) == nil }

  /// A part that is referred to; nil where none is.
  /// - Throws: `.damaged` where it is not there.
  private static func part(_ path: String?, in package: Package) throws(FileError) -> Part? {
    guard let path else { return nil }
    _ = try package.stream(path)
    return Part(path: path, exists: true)
  }

  /// A path that the package does not use yet.
  private static func new(_ stem: String, _ ending: String, in package: Package) -> Part {
    var number = 1
    while package.entry("\(stem)\(number)\(ending)") != nil { number += 1 }
    return Part(path: "\(stem)\(number)\(ending)", exists: false)
  }

  private static func newID(_ taken: Set<String>) -> String {
    var number = 1
    while taken.contains("rIdKaowu\(number)") { number += 1 }
    return "rIdKaowu\(number)"
  }

  private static func tables(_ relationships: Relationships, _ package: Package) throws(FileError)
    -> [CellArea]
  {
    let found = Found()
    for target in relationships.targets where target.type == "table" {
      try SmallPart.read(package.bytes(target.part), part: target.part, limits: package.limits.xml) {
        element throws(FileError) in
        guard element.parents.isEmpty, let area = element["ref"].flatMap({ CellArea(reference: $0.utf8) })
        else { return }
        found.areas.append(area)
      }
    }
    return found.areas
  }

  private final class Found {
    var areas: [CellArea] = []
  }

  private func contentTypes() throws(FileError) -> [UInt8] {
    let base = "application/vnd.openxmlformats-officedocument"
    var part = try text(Self.contentTypes)
    let prefix = part.elements[0].prefix
    var added = ""
    let hasDrawings = part.children(of: 0).contains {
      part.elements[$0].name == "Default" && part.value("Extension", of: $0)?.lowercased() == "vml"
    }
    if !hasDrawings { added += "<\(prefix)Default Extension=\"vml\" ContentType=\"\(base).vmlDrawing\"/>" }
    for (new, type) in [(comments, "comments"), (styles, "styles")] where !new.exists {
      added += """
        <\(prefix)Override PartName="/\(new.path)" ContentType="\(base).spreadsheetml.\(type)+xml"/>
        """
    }
    if !added.isEmpty { part.append(added, to: 0) }
    return part.edited()
  }

  private func relationshipsOfSheet() throws(FileError) -> [UInt8] {
    var new: [(id: String, type: String, part: Part)] = []
    if !drawing.exists { new.append((drawingID, "vmlDrawing", drawing)) }
    if !comments.exists { new.append((drawingID + "c", "comments", comments)) }
    return try relationships(sheetRelationships, adding: new)
  }

  private func relationshipsOfWorkbook() throws(FileError) -> [UInt8] {
    try relationships(workbookRelationships, adding: [("rIdKaowuStyles", "styles", styles)])
  }

  private func relationships(
    _ part: Part, adding new: [(id: String, type: String, part: Part)]
  ) throws(FileError) -> [UInt8] {
    let blank = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
    var text =
      part.exists
      ? try text(part.path)
      : try PartText(Array(blank.utf8), part: part.path, limits: package.limits.xml, depth: 2)
    let prefix = text.elements[0].prefix
    let base = XMLNamespaces.relationships(isStrict: isStrict)
    let all = new.map {
      "<\(prefix)Relationship Id=\"\($0.id)\" Type=\"\(base)/\($0.type)\" Target=\"/\($0.part.path)\"/>"
    }
    if !all.isEmpty { text.append(all.joined(), to: 0) }
    return text.edited()
  }

  private func text(_ path: String) throws(FileError) -> PartText {
    try PartText(package.bytes(path), part: path, limits: package.limits.xml, depth: 2)
  }
}

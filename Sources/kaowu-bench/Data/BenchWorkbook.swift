internal import Files
internal import Tabular
internal import ZIPFormat

/// A workbook of one sheet, its texts shared between cells or in the cells themselves: the two forms that programs
/// write.
struct BenchWorkbook {
  enum Texts: String {
    case shared
    case inline
  }

  private let archive: ZIPWriter
  private let file: WholeFile
  private let texts: Texts
  private var xml: [UInt8] = []
  private var row = 0
  private var places: [String: Int] = [:]
  private var strings: [UInt8] = []

  init(_ path: String, sheet: String, _ texts: Texts) throws {
    self.texts = texts
    file = try WholeFile(path: path)
    archive = ZIPWriter(file)
    let package = "http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    func add(_ path: String, _ xml: String) throws { try archive.add(path, bytes: Array((head + xml).utf8)) }
    try add(
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/>"
        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(type).sharedStrings+xml\"/></Types>")
    try add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
    try add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    )
    try add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(office)\"><sheets>"
        + "<sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
    try archive.begin("xl/worksheets/sheet1.xml")
    xml = Array((head + "<worksheet xmlns=\"\(Self.main)\"><sheetData>").utf8)
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  mutating func append(_ cells: [String]) throws {
    row += 1
    xml += "<row r=\"\(row)\">".utf8
    for (column, text) in cells.enumerated() where !text.isEmpty {
      xml += "<c r=\"\(CellAddress.columnLetters(column))\(row)\"".utf8
      switch texts {
      case .inline: xml += " t=\"inlineStr\"><is><t>\(text)</t></is></c>".utf8
      case .shared: xml += " t=\"s\"><v>\(place(of: text))</v></c>".utf8
      }
    }
    xml += "</row>".utf8
    if xml.count > 1 << 16 {
      try archive.write(xml)
      xml.removeAll(keepingCapacity: true)
    }
  }

  private mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    let place = places.count
    places[text] = place
    strings += "<si><t>\(text)</t></si>".utf8
    return place
  }

  mutating func finish() throws {
    try archive.write(xml + "</sheetData></worksheet>".utf8)
    try archive.endEntry()
    let head = "<sst xmlns=\"\(Self.main)\" uniqueCount=\"\(places.count)\">"
    try archive.add("xl/sharedStrings.xml", bytes: Array(head.utf8) + strings + "</sst>".utf8)
    try archive.finish()
    try file.finish()
  }
}

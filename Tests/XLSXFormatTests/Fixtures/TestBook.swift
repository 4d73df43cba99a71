import Tabular
import XLSXFormat
import ZIPFormat

/// A workbook put together part by part, so that a test shows exactly the XML it is about.
struct TestBook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts by their paths, in the order in which they are packed.
  var parts: [(path: String, bytes: [UInt8])] = []

  /// A workbook with one sheet, whose `sheetData` holds `rows`.
  init(rows: String = "", strings: String? = nil, formats: [String] = [], uses1904: Bool = false) {
    self.init(
      sheet: "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>", strings: strings,
      formats: formats, uses1904: uses1904)
  }

  /// A workbook with one sheet, given as its whole part.
  init(sheet: String, strings: String? = nil, formats: [String] = [], uses1904: Bool = false) {
    self["_rels/.rels"] = Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    self["xl/workbook.xml"] = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relations)"><workbookPr date1904="\(uses1904 ? 1 : 0)"/>\
      <sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    var targets = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    if let strings {
      targets.append(("rId2", "sharedStrings", "sharedStrings.xml"))
      self["xl/sharedStrings.xml"] = "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"
    }
    if !formats.isEmpty {
      targets.append(("rId3", "styles", "styles.xml"))
      self["xl/styles.xml"] = Self.styles(formats)
    }
    self["xl/_rels/workbook.xml.rels"] = Self.relationships(targets)
    self["xl/worksheets/sheet1.xml"] = sheet
  }

  /// The text of a part; setting nil removes the part.
  subscript(path: String) -> String? {
    get { parts.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } }
    set { set(path, newValue.map { Array($0.utf8) }) }
  }

  mutating func set(_ path: String, _ bytes: [UInt8]?) {
    let place = parts.firstIndex { $0.path == path }
    switch (place, bytes) {
    case (let place?, let bytes?): parts[place].bytes = bytes
    case (let place?, nil): parts.remove(at: place)
    case (nil, let bytes?): parts.append((path, bytes))
    case (nil, nil): break
    }
  }

  static func relationships(_ targets: [(id: String, type: String, target: String)]) -> String {
    let all = targets.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relations)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(all.joined())\
      </Relationships>
      """
  }

  /// Styles 1, 2 … with these format codes (a bare number is a built-in format); style 0 is plain.
  static func styles(_ formats: [String]) -> String {
    var codes = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      let id = Int(format) ?? 200 + index
      if Int(format) == nil {
        let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        codes += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(code)\"/>"
      }
      styles += "<xf numFmtId=\"\(id)\"/>"
    }
    return
      "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>"
  }

  func bytes() throws(FileError) -> [UInt8] {
    try ZIPWriter.bytes { zip throws(FileError) in
      for part in parts { try zip.add(part.path, bytes: part.bytes) }
    }
  }

  func open(limits: WorkbookLimits = .standard) throws(FileError) -> Workbook {
    try Workbook(MemorySource(bytes()), name: "book.xlsx", limits: limits)
  }

  /// All rows of the first sheet.
  func rows(limits: WorkbookLimits = .standard) throws(FileError) -> [TestRow] {
    let workbook = try open(limits: limits)
    guard let sheet = workbook.sheets.first else { return [] }
    return try TestRow.all(workbook.rows(of: sheet))
  }

  /// The text of the only cell of the first sheet, and what it is.
  func onlyCell() throws(FileError) -> TestCell? {
    let cells = try rows().flatMap(\.cells)
    return cells.count == 1 ? cells[0] : nil
  }
}

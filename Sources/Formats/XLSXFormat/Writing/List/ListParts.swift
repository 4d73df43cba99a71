import SheetCells
import Tabular

/// 清单部件 — the parts of a list's workbook around its rows. They say what `WorkbookWriter`'s say of such a sheet.
struct ListParts {
  private let sheet: String
  private let columns: [ListWorkbookWriter.Column]
  private let printing: SheetPrinting?
  private let properties: WorkbookProperties

  init(
    sheet: String, columns: [ListWorkbookWriter.Column], printing: SheetPrinting?,
    properties: WorkbookProperties
  ) {
    self.sheet = sheet
    self.columns = columns
    self.printing = printing
    self.properties = properties
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// The declaration stands on a line of its own.
  private static let declaration = XMLText.declaration + "\n"

  var contentTypes: String {
    let book = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let core = "application/vnd.openxmlformats-package"
    return Self.declaration + """
      <Types xmlns="\(Self.package)/content-types">\
      <Default Extension="rels" ContentType="\(core).relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/docProps/core.xml" ContentType="\(core).core-properties+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(book).styles+xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(book).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(book).worksheet+xml"/></Types>
      """
  }

  var relationships: String {
    Self.declaration + """
      <Relationships xmlns="\(Self.package)/relationships">\
      <Relationship Id="rId1" Type="\(Self.office)/officeDocument" Target="xl/workbook.xml"/>\
      <Relationship Id="rId2" Type="\(Self.package)/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """
  }

  var workbookRelationships: String {
    Self.declaration + """
      <Relationships xmlns="\(Self.package)/relationships">\
      <Relationship Id="rId1" Type="\(Self.office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(Self.office)/styles" Target="styles.xml"/></Relationships>
      """
  }

  /// The workbook: its sheet, and the names of the filtered area and of the rows that every page repeats.
  func workbook(lastRow: Int) -> String {
    let quoted = XMLText.escaped("'\(sheet.replacing("'", with: "''"))'")
    var names = """
      <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\
      \(quoted)!\(area(lastRow).absoluteReference)</definedName>
      """
    if printing != nil {
      names += "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">\(quoted)!$1:$1</definedName>"
    }
    return Self.declaration + """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><bookViews>\
      <workbookView xWindow="240" yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews>\
      <sheets><sheet name="\(XMLText.escaped(sheet))" sheetId="1" r:id="rId1"/></sheets>\
      <definedNames>\(names)</definedNames></workbook>
      """
  }

  /// The sheet up to its first row.
  var sheetHead: String {
    let widths = columns.enumerated().map { index, column in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(Self.stored(column.width))\" customWidth=\"1\"/>"
    }
    return Self.declaration + """
      <worksheet xmlns="\(Self.main)" xmlns:r="\(Self.office)">\
      \(printing == nil ? "" : "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")\
      <sheetViews><sheetView tabSelected="1" workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      <selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>\
      <cols>\(widths.joined())</cols><sheetData>
      """
  }

  /// The sheet behind its last row.
  func sheetTail(lastRow: Int) -> String {
    let setup =
      switch printing {
      case .landscape: "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"
      case .portrait: "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"portrait\"/>"
      case nil: ""
      }
    let filtered = area(lastRow).absoluteReference.replacing("$", with: "")
    return """
      </sheetData><autoFilter ref="\(filtered)"/>\
      <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>\(setup)</worksheet>
      """
  }

  var coreProperties: String {
    let seconds = max(1, properties.created)
    let day = CivilDate(daysSince1970: seconds / 86_400)
    func digits(_ number: Int, _ count: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let time = "\(digits(seconds / 3600 % 24)):\(digits(seconds / 60 % 60)):\(digits(seconds % 60))"
    let stamp = "\(digits(day.year, 4))-\(digits(day.month))-\(digits(day.day))T\(time)Z"
    let title = properties.title.map { "<dc:title>\(Self.label($0))</dc:title>" } ?? ""
    let author = Self.label(properties.author ?? "")
    return Self.declaration + """
      <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      \(title)<dc:creator>\(author)</dc:creator><cp:lastModifiedBy>\(author)</cp:lastModifiedBy>\
      <dcterms:created xsi:type="dcterms:W3CDTF">\(stamp)</dcterms:created>\
      <dcterms:modified xsi:type="dcterms:W3CDTF">\(stamp)</dcterms:modified></cp:coreProperties>
      """
  }

  private func area(_ lastRow: Int) -> CellArea {
    CellArea(rows: 1...lastRow, columns: 0...max(0, columns.count - 1))
  }

  private static func label(_ text: String) -> String { XMLText.escaped(EscapedText.printable(text)) }

  /// A width as a sheet stores it: in 256ths of a digit of the usual font, which is 7 points wide, with 5 points around.
  private static func stored(_ width: Double) -> Double {
    let points = (width * 7 + 0.5).rounded(.down) + 5
    return (points / 7 * 256).rounded(.down) / 256
  }
}

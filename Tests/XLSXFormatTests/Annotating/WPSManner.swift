@testable import XLSXFormat

/// As WPS writes: no comments, an extension of its own on the root, custom properties, no count of styles.
enum WPSManner {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let types = "application/vnd.openxmlformats-officedocument"

  static let book = TestBook(parts: [
    ("_rels/.rels", TestBook.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    ("xl/workbook.xml", workbook),
    (
      "xl/_rels/workbook.xml.rels",
      TestBook.relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ])
    ),
    ("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings), ("xl/worksheets/sheet1.xml", sheet),
    (
      "docProps/custom.xml",
      head + "<Properties xmlns=\"urn:custom\"><property name=\"KSOProductBuildVer\"/></Properties>"
    ),
    ("[Content_Types].xml", contentTypes),
  ])

  private static let contentTypes =
    head
      + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(types).spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).spreadsheetml.worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(types).spreadsheetml.styles+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(types).spreadsheetml.sharedStrings+xml"/></Types>
      """

  private static let workbook = """
    \(head)<workbook xmlns="\(TestBook.main)" xmlns:r="\(TestBook.relations)"><fileVersion appName="xl" lastEdited="3"/>\
    <workbookPr/><sheets><sheet name="报名" sheetId="1" r:id="rId1"/></sheets></workbook>
    """

  private static let sheet = """
    \(head)<worksheet xmlns="\(TestBook.main)" xmlns:r="\(TestBook.relations)" xmlns:etc="urn:wps"><sheetPr/>\
    <dimension ref="A1:D9"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>\
    <sheetFormatPr defaultColWidth="9" defaultRowHeight="14" outlineLevelCol="3"/><sheetData>\
    <row r="1" spans="1:4"><c r="A1" s="1" t="s"><v>0</v></c></row>\
    <row r="2" spans="1:4"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="1" t="s"><v>2</v></c>\
    <c r="C2" s="1" t="s"><v>3</v></c><c r="D2" s="1" t="s"><v>4</v></c></row>\
    <row r="3" spans="1:4"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>5</v></c><c r="C3" s="2"><v>36161</v></c>\
    <c r="D3" t="s"><v>6</v></c></row>\
    <row r="4" spans="1:4"><c r="A4"><v>2</v></c><c r="B4" t="s"><v>7</v></c><c r="D4" t="s"><v>6</v></c>\
    <c r="E4" s="1"/><c r="F4" s="1"/></row>\
    <row r="6" spans="1:4"><c r="A6"><f>A3+A4</f><v>3</v></c><c r="B6" t="b"><v>1</v></c><c r="D6"><v>138</v></c></row>\
    <row r="7" spans="1:4"/><row r="9" spans="1:4"><c r="A9"><v>5</v></c></row></sheetData>\
    <pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>
    """

  private static let strings = """
    \(head)<sst xmlns="\(TestBook.main)"><si><t>报名表</t></si><si><t>序号</t></si><si><t>姓名</t></si>\
    <si><t>出生日期</t></si><si><t>电话</t></si><si><t>张三</t><phoneticPr fontId="0"/></si><si><t>00138</t></si>\
    <si><t>李四</t></si></sst>
    """

  private static let styles = """
    \(head)<styleSheet xmlns="\(TestBook.main)"><fonts><font><name val="宋体"/></font></fonts><fills><fill><patternFill \
    patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border/></borders>\
    <cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" \
    fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="0" \
    fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>
    """
}

@testable import XLSXFormat

/// As openpyxl writes: absolute targets, texts in the cells beside shared ones, a relationship that is called in its own way.
enum OpenpyxlManner {
  private static let types = "application/vnd.openxmlformats-officedocument"

  static let book = TestBook(parts: [
    ("docProps/app.xml", "<Properties xmlns=\"urn:app\"/>"), ("xl/sharedStrings.xml", strings),
    ("xl/worksheets/sheet1.xml", sheet), ("xl/comments/comment1.xml", comments),
    ("xl/drawings/commentsDrawing1.vml", boxes),
    (
      "xl/worksheets/_rels/sheet1.xml.rels",
      TestBook.relationships([
        ("comments", "comments", "/xl/comments/comment1.xml"),
        ("anysvml", "vmlDrawing", "/xl/drawings/commentsDrawing1.vml"),
      ])
    ),
    ("xl/styles.xml", styles),
    ("_rels/.rels", TestBook.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    ("xl/workbook.xml", workbook),
    (
      "xl/_rels/workbook.xml.rels",
      TestBook.relationships([
        ("rId1", "worksheet", "/xl/worksheets/sheet1.xml"), ("rId2", "styles", "/xl/styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ])
    ),
    ("[Content_Types].xml", contentTypes),
  ])

  private static let contentTypes = """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="\(types).vmlDrawing"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(types).spreadsheetml.sheet.main+xml"/>\
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).spreadsheetml.worksheet+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="\(types).spreadsheetml.styles+xml"/>\
    <Override PartName="/xl/comments/comment1.xml" ContentType="\(types).spreadsheetml.comments+xml"/>\
    <Override PartName="/xl/sharedStrings.xml" ContentType="\(types).spreadsheetml.sharedStrings+xml"/></Types>
    """

  private static let workbook = """
    <workbook xmlns="\(TestBook.main)"><workbookPr/><sheets><sheet xmlns:ns0="\(TestBook.relations)" name="报名" \
    sheetId="1" state="visible" ns0:id="rId1"/></sheets><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>
    """

  private static let sheet = """
    <worksheet xmlns="\(TestBook.main)"><sheetPr><outlinePr summaryBelow="1"/></sheetPr><dimension ref="A1:D9"/>\
    <sheetViews><sheetView workbookViewId="0"><selection activeCell="A1"/></sheetView></sheetViews>\
    <sheetFormatPr baseColWidth="8" defaultRowHeight="15"/><sheetData>\
    <row r="1"><c r="A1" t="inlineStr"><is><t>报名表</t></is></c></row>\
    <row r="2"><c r="A2" t="s" s="1"><v>0</v></c><c r="B2" t="s" s="1"><v>1</v></c><c r="C2" t="s" s="1"><v>2</v></c>\
    <c r="D2" t="inlineStr" s="1"><is><t>电话</t></is></c></row>\
    <row r="3"><c r="A3" t="n"><v>1</v></c><c r="B3" t="inlineStr"><is><t>张三</t></is></c><c r="C3" s="2" t="n">\
    <v>36161</v></c><c r="D3" t="s"><v>3</v></c></row>\
    <row r="4"><c r="A4" t="n"><v>2</v></c><c r="B4" t="inlineStr"><is><t>李四</t></is></c><c r="D4" t="s"><v>3</v></c></row>\
    <row r="6"><c r="A6"><f>A3+A4</f><v/></c><c r="B6" t="b"><v>1</v></c><c r="D6" t="n"><v>138</v></c></row>\
    <row r="7"/><row r="9"><c r="A9" t="n"><v>5</v></c></row></sheetData><pageMargins left="0.75" right="0.75" top="1" \
    bottom="1" header="0.5" footer="0.5"/><legacyDrawing xmlns:ns1="\(TestBook.relations)" ns1:id="anysvml"/></worksheet>
    """

  private static let strings = """
    <sst xmlns="\(TestBook.main)" uniqueCount="4"><si><t>序号</t></si><si><t>姓名</t></si><si><t>出生日期</t></si>\
    <si><t>00138</t></si></sst>
    """

  private static let styles = """
    <styleSheet xmlns="\(TestBook.main)"><numFmts count="0"/><fonts count="2"><font><name val="Calibri"/></font><font><b/>\
    </font></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" \
    borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" pivotButton="0" \
    quotePrefix="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" \
    fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>
    """

  private static let comments = """
    <comments xmlns="\(TestBook.main)"><authors><author>teacher</author></authors><commentList><comment ref="D6" \
    authorId="0" shapeId="0"><text><t>原来的</t></text></comment><comment ref="B3" authorId="0" shapeId="0"><text>\
    <t xml:space="preserve">请核对</t></text></comment></commentList></comments>
    """

  private static let boxes = """
    <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>\
    </o:shapelayout><v:shapetype id="_x0000_t202" o:spt="202"/><v:shape id="_x0000_s0001" type="#_x0000_t202">\
    <x:ClientData ObjectType="Note"><x:Row>5</x:Row><x:Column>3</x:Column></x:ClientData></v:shape>\
    <v:shape id="_x0000_s0002" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>1</x:Column>\
    </x:ClientData></v:shape></xml>
    """
}

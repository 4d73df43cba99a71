@testable import XLSXFormat

/// As LibreOffice writes: every column and row with its format, blank cells in full, comments with boxes, a print range.
enum LibreOfficeManner {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let types = "application/vnd.openxmlformats-officedocument"

  static let book = TestBook(parts: [
    ("_rels/.rels", TestBook.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    ("docProps/app.xml", head + "<Properties xmlns=\"urn:app\"/>"),
    (
      "xl/_rels/workbook.xml.rels",
      TestBook.relationships([
        ("rId1", "styles", "styles.xml"), ("rId2", "worksheet", "worksheets/sheet1.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ])
    ),
    ("xl/comments1.xml", comments), ("xl/styles.xml", styles), ("xl/drawings/vmlDrawing1.vml", boxes),
    (
      "xl/worksheets/_rels/sheet1.xml.rels",
      TestBook.relationships([
        ("rId1", "comments", "../comments1.xml"), ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
      ])
    ),
    ("xl/worksheets/sheet1.xml", sheet), ("xl/workbook.xml", workbook), ("xl/sharedStrings.xml", strings),
    ("[Content_Types].xml", contentTypes),
  ])

  private static let contentTypes = """
    \(head)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Override PartName="/xl/drawings/vmlDrawing1.vml" ContentType="\(types).vmlDrawing"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(types).spreadsheetml.sheet.main+xml"/>\
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).spreadsheetml.worksheet+xml"/>\
    <Override PartName="/xl/styles.xml" ContentType="\(types).spreadsheetml.styles+xml"/>\
    <Override PartName="/xl/comments1.xml" ContentType="\(types).spreadsheetml.comments+xml"/>\
    <Override PartName="/xl/sharedStrings.xml" ContentType="\(types).spreadsheetml.sharedStrings+xml"/></Types>
    """

  private static let workbook = """
    \(head)<workbook xmlns="\(TestBook.main)" xmlns:r="\(TestBook.relations)"><fileVersion appName="Calc"/>\
    <workbookPr backupFile="false" showObjects="all" date1904="false"/><sheets><sheet name="报名" sheetId="1" \
    state="visible" r:id="rId2"/></sheets></workbook>
    """

  private static let sheet = """
    \(head)<worksheet xmlns="\(TestBook.main)" xmlns:r="\(TestBook.relations)"><sheetPr filterMode="false">\
    <pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:D9"/><sheetViews><sheetView showFormulas="false" \
    workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="11.5" defaultRowHeight="12.8"/><cols>\
    <col collapsed="false" customWidth="true" hidden="false" outlineLevel="0" max="4" min="1" style="1" width="11.52"/>\
    </cols><sheetData><row r="1" customFormat="false" ht="12.8" hidden="false"><c r="A1" s="1" t="s"><v>0</v></c></row>\
    <row r="2" ht="12.8"><c r="A2" s="2" t="s"><v>1</v></c><c r="B2" s="2" t="s"><v>2</v></c><c r="C2" s="2" t="s"><v>3</v>\
    </c><c r="D2" s="2" t="s"><v>4</v></c></row>\
    <row r="3" ht="12.8"><c r="A3" s="1" t="n"><v>1</v></c><c r="B3" s="1" t="s"><v>5</v></c><c r="C3" s="3" t="n">\
    <v>36161</v></c><c r="D3" s="1" t="s"><v>6</v></c></row>\
    <row r="4" ht="12.8"><c r="A4" s="1" t="n"><v>2</v></c><c r="B4" s="1" t="s"><v>7</v></c><c r="D4" s="1" t="s"><v>6</v></c></row>\
    <row r="6" ht="12.8"><c r="A6" s="1" t="n"><f aca="false">A3+A4</f><v>3</v></c><c r="B6" s="1" t="b"><v>1</v></c>\
    <c r="C6" s="1"/><c r="D6" s="1" t="n"><v>138</v></c></row>\
    <row r="7" ht="12.8"><c r="A7" s="1"/><c r="B7" s="1"/></row><row r="9" ht="12.8"><c r="A9" s="1" t="n"><v>5</v></c></row>\
    </sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><printOptions headings="false"/>\
    <pageMargins left="0.7875" right="0.7875" top="1.05" bottom="1.05" header="0.7875" footer="0.7875"/>\
    <pageSetup paperSize="9"/><headerFooter differentFirst="false"><oddHeader>&amp;C&amp;A</oddHeader></headerFooter>\
    <legacyDrawing r:id="rId2"/></worksheet>
    """

  private static let strings = """
    \(head)<sst xmlns="\(TestBook.main)" count="8" uniqueCount="8"><si><t xml:space="preserve">报名表</t></si>\
    <si><t xml:space="preserve">序号</t></si><si><t xml:space="preserve">姓名</t></si><si><t xml:space="preserve">出生日期</t>\
    </si><si><t xml:space="preserve">电话</t></si><si><t xml:space="preserve">张三</t></si><si><t>00138</t></si>\
    <si><t>李四</t></si></sst>
    """

  private static let styles = """
    \(head)<styleSheet xmlns="\(TestBook.main)"><numFmts count="1"><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>\
    </numFmts><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill \
    patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border \
    diagonalUp="false"/></borders><cellStyleXfs count="1"><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/>\
    </cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" \
    fontId="0" fillId="0" borderId="0" xfId="0" applyFont="true"><alignment horizontal="general"/><protection \
    locked="true"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="165" fontId="0" \
    fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>
    """

  private static let comments = """
    \(head)<comments xmlns="\(TestBook.main)"><authors><author> </author></authors><commentList><comment ref="B3" \
    authorId="0"><text><r><rPr><sz val="10"/></rPr><t xml:space="preserve">请核对</t></r></text></comment>\
    <comment ref="D6" authorId="0"><text><r><t>原来的</t></r></text></comment></commentList></comments>
    """

  private static let boxes = """
    \(head)<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>\
    </o:shapelayout><v:shapetype id="_x0000_t202" o:spt="202"/><v:shape id="shape_0" type="#_x0000_t202">\
    <x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>\
    <v:shape id="shape_0" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>5</x:Row><x:Column>3</x:Column>\
    </x:ClientData></v:shape></xml>
    """
}

@testable import XLSXFormat

/// As Excel writes: shared strings, spans, a calculation chain, a theme, a drawing, comments, extensions.
enum ExcelManner {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument"

  static let book = TestBook(parts: [
    ("[Content_Types].xml", contentTypes),
    ("_rels/.rels", head + TestBook.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", head + workbookRelationships),
    ("xl/worksheets/sheet1.xml", sheet), ("xl/worksheets/sheet2.xml", otherSheet),
    ("xl/theme/theme1.xml", head + "<a:theme xmlns:a=\"urn:theme\" name=\"Office\"/>"),
    ("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings),
    ("xl/worksheets/_rels/sheet1.xml.rels", head + sheetRelationships),
    ("xl/drawings/drawing1.xml", head + "<xdr:wsDr xmlns:xdr=\"urn:drawing\"/>"),
    ("xl/drawings/vmlDrawing1.vml", boxes), ("xl/comments1.xml", comments),
    ("xl/calcChain.xml", head + "<calcChain xmlns=\"\(TestBook.main)\"><c r=\"A6\" i=\"1\"/></calcChain>"),
    ("xl/printerSettings/printerSettings1.bin", "\u{1}\u{2}bin"),
    ("docProps/core.xml", head + "<cp:coreProperties xmlns:cp=\"urn:core\"/>"),
    ("docProps/app.xml", head + "<Properties xmlns=\"urn:app\"/>"),
  ])

  private static let contentTypes =
    head
      + """
      <Types xmlns="\(package)/content-types"><Default Extension="bin" ContentType="\(types).printerSettings"/>\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="vml" ContentType="\(types).vmlDrawing"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(types).spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).spreadsheetml.worksheet+xml"/>\
      <Override PartName="/xl/worksheets/sheet2.xml" ContentType="\(types).spreadsheetml.worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(types).spreadsheetml.styles+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(types).spreadsheetml.sharedStrings+xml"/>\
      <Override PartName="/xl/comments1.xml" ContentType="\(types).spreadsheetml.comments+xml"/></Types>
      """

  private static let workbook =
    head
      + """
      <workbook xmlns="\(TestBook.main)" xmlns:r="\(TestBook.relations)"><workbookPr defaultThemeVersion="166925"/>\
      <sheets><sheet name="报名" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets>\
      <definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">报名!$A$2:$D$9</definedName>\
      </definedNames><calcPr calcId="191029"/></workbook>
      """

  private static let workbookRelationships = TestBook.relationships([
    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"),
    ("rId3", "theme", "theme/theme1.xml"), ("rId4", "styles", "styles.xml"),
    ("rId5", "sharedStrings", "sharedStrings.xml"), ("rId6", "calcChain", "calcChain.xml"),
  ])

  private static let sheetRelationships = TestBook.relationships([
    ("rId4", "comments", "../comments1.xml"), ("rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
    ("rId2", "drawing", "../drawings/drawing1.xml"),
    ("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
  ])

  private static let sheet =
    head
      + """
      <worksheet xmlns="\(TestBook.main)" xmlns:r="\(TestBook.relations)" xmlns:mc="urn:mc" mc:Ignorable="x14ac" \
      xmlns:x14ac="urn:x14ac"><sheetPr filterMode="1"/><dimension ref="A1:D9"/><sheetViews><sheetView tabSelected="1" \
      workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView>\
      </sheetViews><sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><cols><col min="1" max="1" width="6" \
      customWidth="1"/><col min="2" max="3" width="12" style="2" customWidth="1"/><col min="5" max="16384" width="9" \
      hidden="1"/></cols><sheetData>\
      <row r="1" spans="1:4" ht="28.5" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="1" t="s"><v>0</v></c>\
      <c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/></row>\
      <row r="2" spans="1:4" x14ac:dyDescent="0.2"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="1" t="s"><v>2</v></c>\
      <c r="C2" s="1" t="s"><v>3</v></c><c r="D2" s="1" t="s"><v>4</v></c></row>\
      <row r="3" spans="1:4"><c r="A3"><f t="shared" ref="A3:A4" si="0">ROW()-2</f><v>1</v></c>\
      <c r="B3" s="3" t="s"><v>5</v></c><c r="C3" s="2"><v>36161</v></c><c r="D3" s="3" t="s"><v>6</v></c></row>\
      <row r="4" spans="1:4" s="3" customFormat="1"><c r="A4"><f t="shared" si="0"/><v>2</v></c>\
      <c r="B4" s="3" t="s"><v>7</v></c><c r="D4" s="3" t="s"><v>6</v></c></row>\
      <row r="6" spans="1:4"><c r="A6"><f>SUM(A3:A4)</f><v>3</v></c><c r="B6" t="b"><v>1</v></c><c r="C6" s="2"/>\
      <c r="D6" s="4"><v>138</v></c></row><row r="7" spans="1:4" hidden="1"/>\
      <row r="9" spans="1:4"><c r="A9"><v>5</v></c><c r="B9" t="e"><v>#N/A</v></c></row></sheetData>\
      <sheetProtection sheet="1" objects="1" scenarios="1"/><autoFilter ref="A2:D9"><filterColumn colId="0"/></autoFilter>\
      <mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>\
      <conditionalFormatting sqref="A3:A9"><cfRule type="duplicateValues" dxfId="0" priority="1"/>\
      </conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B3:B9"><formula1>"a,b"\
      </formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" \
      header="0.3" footer="0.3"/><pageSetup paperSize="9" r:id="rId1"/><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>\
      <mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>\
      <extLst><ext uri="{1}"/></extLst></worksheet>
      """

  private static let otherSheet =
    head
    + "<worksheet xmlns=\"\(TestBook.main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>"

  private static let strings =
    head
      + """
      <sst xmlns="\(TestBook.main)" count="9" uniqueCount="8"><si><t>报名表</t></si><si><t>序号</t></si><si><t>姓名</t></si>\
      <si><t>出生日期</t></si><si><t>电话</t></si><si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r></si><si><t>00138</t></si>\
      <si><t>李四</t></si></sst>
      """

  private static let styles =
    head
      + """
      <styleSheet xmlns="\(TestBook.main)"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;"/>\
      </numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="16"/></font></fonts><fills count="3">\
      <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill>\
      <patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills><borders count="2"><border/>\
      <border><left style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" \
      borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyAlignment="1"><alignment \
      horizontal="center"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0"><alignment vertical="center"/><protection \
      locked="0"/></xf><xf numFmtId="1" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf/></dxfs>\
      <extLst><ext uri="{2}"/></extLst></styleSheet>
      """

  private static let comments =
    head
      + """
      <comments xmlns="\(TestBook.main)"><authors><author>老师</author></authors><commentList><comment ref="B3" \
      authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>老师：</t></r><r><t xml:space="preserve">请核对
      姓名</t></r><phoneticPr fontId="1"/></text></comment><comment ref="D6" authorId="0" shapeId="0"><text>\
      <t>原来的</t></text></comment></commentList></comments>
      """

  private static let boxes = """
    <xml xmlns:v="urn:schemas-microsoft-com:vml"
     xmlns:o="urn:schemas-microsoft-com:office:office"
     xmlns:x="urn:schemas-microsoft-com:office:excel">
     <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
     <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
     <v:shape id="_x0000_s1025" type="#_x0000_t202" style='visibility:hidden'><x:ClientData ObjectType="Note">
     <x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>
     <v:shape id="_x0000_s1026" type="#_x0000_t202" style='visibility:hidden'><x:ClientData ObjectType="Note">
     <x:Row>5</x:Row><x:Column>3</x:Column></x:ClientData></v:shape></xml>
    """
}

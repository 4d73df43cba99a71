@testable import XLSXFormat

/// As a program of one's own may write: prefixes, no styles, no addresses, nothing that can be left out.
enum BareManner {
  private static let types = "application/vnd.openxmlformats-officedocument"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static let book = TestBook(parts: [
    ("[Content_Types].xml", contentTypes),
    (
      "_rels/.rels",
      "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\"><p:Relationship Id=\"a\" "
        + "Type=\"\(office)/officeDocument\" Target=\"/xl/workbook.xml\"/></p:Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<x:workbook xmlns:x=\"\(TestBook.main)\" xmlns:r=\"\(office)\"><x:sheets><x:sheet name=\"报名\" sheetId=\"1\" "
        + "r:id=\"s\"/></x:sheets></x:workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\"><p:Relationship Id=\"s\" "
        + "Type=\"\(office)/worksheet\" Target=\"sheet.xml\"/></p:Relationships>"
    ),
    ("xl/sheet.xml", sheet),
  ])

  private static let contentTypes = """
    <t:Types xmlns:t="http://schemas.openxmlformats.org/package/2006/content-types"><t:Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/><t:Override PartName="/xl/workbook.xml" \
    ContentType="\(types).spreadsheetml.sheet.main+xml"/><t:Override PartName="/xl/sheet.xml" \
    ContentType="\(types).spreadsheetml.worksheet+xml"/></t:Types>
    """

  private static let sheet = """
    <x:worksheet xmlns:x="\(TestBook.main)"><x:sheetData>
    <x:row><x:c t="inlineStr"><x:is><x:t>报名表</x:t></x:is></x:c></x:row>
    <x:row><x:c t="inlineStr"><x:is><x:t>序号</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c>\
    <x:c t="inlineStr"><x:is><x:t>出生日期</x:t></x:is></x:c><x:c t='inlineStr'><x:is><x:t>电话</x:t></x:is></x:c></x:row>
    <x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>张三</x:v></x:c><x:c><x:v>36161</x:v></x:c><x:c><x:v>138</x:v></x:c></x:row>
    <x:row><x:c><x:v>2</x:v></x:c><x:c t="str"><x:v>李四</x:v></x:c><x:c r="D4"><x:v>138</x:v></x:c></x:row>
    <x:row r="6"><x:c><x:f>A3+A4</x:f><x:v>3</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c r="D6"><x:v>138</x:v></x:c>\
    </x:row><x:row/>
    <x:row r="9"><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>
    """
}

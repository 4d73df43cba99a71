import Tabular

extension FindingTemplate {
  static let missingSheet = FindingTemplate(
    "SET-08.sheet/missing",
    message: Wording(zh: "缺少工作表“{0}”，或其中没有填写。", en: "The sheet “{0}” is missing, or nothing is filled in."),
    advice: Wording(
      zh: "请用 kaowu template sitting 下载模板，填写“{0}”的一行。",
      en: "Make a form with kaowu template sitting, and fill in the row of “{0}”."))

  static let unknownSheet = FindingTemplate(
    "SET-08.sheet",
    message: Wording(zh: "“{0}”不是考次工作簿的工作表。", en: "“{0}” is no sheet of a sitting's workbook."),
    advice: Wording(
      zh: "请改为以下之一，或删除这张工作表：{1}。", en: "Name it as one of these, or delete the sheet: {1}."))

  static let noHeadings = FindingTemplate(
    "SET-08.headings",
    message: Wording(zh: "这张工作表没有列名。", en: "The sheet has no headings."),
    advice: Wording(zh: "请在第一行写上列名：{0}。", en: "Write them in its first row: {0}."))

  static let unknownHeading = FindingTemplate(
    "SET-08.heading",
    message: Wording(zh: "“{0}”不是这张工作表的列名。", en: "“{0}” is no heading of this sheet."),
    advice: Wording(zh: "请改为以下之一，或删除这一列：{1}。", en: "Use one of these, or delete the column: {1}."))

  static let doubledHeading = FindingTemplate(
    "SET-08.heading/doubled",
    message: Wording(zh: "列名“{0}”出现了两次。", en: "The heading “{0}” stands twice."),
    advice: Wording(zh: "请删除其中一列。", en: "Delete one of the columns."))

  static let missingHeading = FindingTemplate(
    "SET-08.heading/missing",
    message: Wording(
      zh: "缺少必填的列“{0}”，这张工作表没有读取。", en: "The required column “{0}” is missing; the sheet was not read."),
    advice: Wording(zh: "请补上这一列。", en: "Add the column."))

  static let noHeading = FindingTemplate(
    "SET-08.heading/none",
    message: Wording(zh: "这个值所在的列没有列名。", en: "The column of this value has no heading."),
    advice: Wording(zh: "请删除这个值，或移到它所属的列。", en: "Delete the value, or move it into its column."))

  static let missingCell = FindingTemplate(
    "SET-08.missing/cell",
    message: Wording(zh: "必填的“{0}”没有填写。", en: "The required “{0}” is not filled in."),
    advice: Wording(zh: "请填写；不需要这一行时请整行删除。", en: "Fill it in, or delete the whole row."))

  static let unknownChoice = FindingTemplate(
    "SET-08.choice",
    message: Wording(zh: "“{0}”不是这一列的选项。", en: "“{0}” is no choice of this column."),
    advice: Wording(zh: "请改为以下之一：{1}。", en: "Use one of these: {1}."))

  static let secondSitting = FindingTemplate(
    "SET-08.single",
    message: Wording(zh: "一个工作簿只能有一个考次。", en: "A workbook holds one sitting."),
    advice: Wording(zh: "请删除这一行，另存为一个工作簿。", en: "Delete the row, and put it into a workbook of its own."))

  static let doubledRow = FindingTemplate(
    "SET-08.doubled",
    message: Wording(zh: "第 {0} 行已经有了同样的一项。", en: "Row {0} has the same already."),
    advice: Wording(zh: "请删除其中一行，或更正代码。", en: "Delete one of the rows, or mend its code."))

  static let notHere = FindingTemplate(
    "SET-08.notHere",
    message: Wording(zh: "“{0}”在这一行没有意义。", en: "“{0}” has no meaning in this row."),
    advice: Wording(zh: "请清空这一格，见“填写说明”。", en: "Clear the cell; see the sheet of notes."))

  static let withoutParent = FindingTemplate(
    "SET-08.parent",
    message: Wording(zh: "这一行在“{0}”表中没有对应的行。", en: "This row belongs to none of the sheet “{0}”."),
    advice: Wording(zh: "请更正代码，或在“{0}”表中补上一行。", en: "Mend the code, or add a row to “{0}”."))

  static let codeTooLong = FindingTemplate(
    "SET-08.code",
    message: Wording(zh: "代码超过 {0} 字节。", en: "The code has over {0} bytes."),
    advice: Wording(zh: "请检查是否填错了列。", en: "Check that it stands in the right column."))

  static let digitsLost = FindingTemplate(
    "SET-08.digits",
    message: Wording(
      zh: "这个数超过 15 位，电子表格已经把后面的数字变成了 0。",
      en: "This number has over 15 digits, and the spreadsheet has made zeros of the last ones."),
    advice: Wording(zh: "请把单元格设为文本，再重新填写。", en: "Make the cell a text, and type it again."))

  static let errorCell = FindingTemplate(
    "SET-08.error",
    message: Wording(zh: "单元格的值是错误 {0}。", en: "The value of the cell is the error {0}."),
    advice: Wording(zh: "请改为真正的值。", en: "Put the value itself in its place."))
}

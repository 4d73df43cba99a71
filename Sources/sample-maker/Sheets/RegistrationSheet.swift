/// 集体报名信息表 — a registration workbook as schools send it: hints above the headings, rows, a sheet of samples, a
/// sheet of codes.
struct RegistrationSheet {
  /// The row number of the headings; two rows of hints stand above.
  static let headingRow = 3
  static let headings = [
    "序号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "培训类型", "学号", "院系", "专业", "班级",
    "联系电话", "电子邮件", "邮编", "联系地址", "报考科目1", "报考科目2", "报考科目3", "意向考试日期", "额外信息", "备注",
  ]
  private static let required = [
    "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "联系电话", "电子邮件", "报考科目1",
  ]
  private static let subjectNames = [
    "14": "计算机基础及WPS Office应用", "15": "计算机基础及MS Office应用", "26": "VB语言程序设计", "35": "网络技术", "42": "数据库工程师",
  ]

  /// The data rows, in the order of the headings.
  private(set) var rows: [[Sheet.Cell]]

  /// A row for each candidate. Codes are spelled in all the ways that people spell them, by turns.
  init(_ candidates: [Candidate]) {
    rows = candidates.enumerated().map { index, candidate in
      Self.row(candidate, number: index + 1)
    }
  }

  /// The row number that a spreadsheet shows for a data row.
  static func rowNumber(_ index: Int) -> Int { headingRow + 1 + index }

  /// Sets a cell of a data row.
  mutating func set(_ heading: String, ofRow index: Int, to cell: Sheet.Cell) {
    guard let column = Self.headings.firstIndex(of: heading) else { return }
    rows[index][column] = cell
  }

  /// The workbook's sheets.
  var sheets: [Sheet] {
    let headings = Self.headings.map { Sheet.Cell(Self.required.contains($0) ? "*\($0)" : $0) }
    let hints: [[Sheet.Cell]] = [
      ["全国计算机等级考试集体报名信息"], ["带 * 的列必填；证件号码列请保持文本格式；科目填代码或名称。"],
    ]
    let sample = CandidateMaker.candidates(1, seed: 1)
    return [
      Sheet(name: "集体报名信息", rows: hints + [headings] + rows),
      Sheet(name: "模板数据", rows: [headings] + sample.map { Self.row($0, number: 1) }),
      Sheet(name: "码表", rows: Self.codes),
    ]
  }

  private static func row(_ candidate: Candidate, number: Int) -> [Sheet.Cell] {
    let document = candidate.document
    let kind = [document.kind, document.code, "\(document.code)-\(document.kind)"][number % 3]
    let subjects = candidate.subjects.enumerated().map { place, code in
      let name = subjectNames[code] ?? code
      return [code, "(\(code))\(name)", code, name][(number + place) % 4]
    }
    let sex = candidate.isMale ? ["男", "1"][number % 2] : ["女", "2"][number % 2]
    let texts = [
      candidate.name, sex, candidate.birthSpelling, kind, document.number, candidate.ethnicity,
      candidate.education,
      candidate.occupation, candidate.training, candidate.studentNumber, candidate.department,
      candidate.major,
      candidate.className, candidate.phone, candidate.email, "990000", candidate.address, subjects[0],
      subjects.count > 1 ? subjects[1] : "", "", "", "", "",
    ]
    return [.number(Double(number))] + texts.map { Sheet.Cell($0) }
  }

  private static var codes: [[Sheet.Cell]] {
    let sexes = [("1", "男"), ("2", "女")]
    let kinds = [
      ("1", "居民身份证"), ("2", "港澳居民来往内地通行证"), ("3", "台湾居民来往大陆通行证"), ("4", "港澳台居民居住证"), ("5", "护照"),
      ("6", "军官证"),
      ("7", "外国人永久居留身份证"), ("9", "其他"),
    ]
    let subjects = subjectNames.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return [("性别", sexes), ("证件类型", kinds), ("科目", subjects)].flatMap { title, items in
      [[Sheet.Cell(title)]] + items.map { [Sheet.Cell($0.0), Sheet.Cell($0.1)] }
    }
  }
}

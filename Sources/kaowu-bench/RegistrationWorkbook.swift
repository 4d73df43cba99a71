internal import ExamModel
internal import Tabular
internal import XLSXFormat

/// A workbook of invented candidates, every row good: 24 columns, an ID number and an e-mail address of each one's own.
struct RegistrationWorkbook {
  static let columns = 24
  private static let headings = [
    "序号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "培训类型", "学号", "院系", "专业", "班级", "联系电话",
    "电子邮件", "邮编", "联系地址", "报考科目1", "报考科目2", "报考科目3", "意向考试日期", "额外信息", "备注",
  ]
  private static let surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙"]
  private static let given = ["测", "试", "明", "华", "文", "静", "思", "远", "嘉", "宁", "晓", "然"]

  /// A sitting that takes any number of candidates.
  static let sitting = """
    sitting: ncre-58
    programme: ncre
    number: 58
    name: 性能基准
    examDates: [2020-09-26, 2020-09-27, 2020-09-28]
    organisations:
      - {code: "99", name: 测试省}
      - {code: "9907", name: 测试省地市七}
      - {code: "990701", name: 地市七考点一, address: 学院路1号}
    windows:
      "99": {registration: [2020-07-23 08:00, 2020-08-31 21:00]}
      "9907": inherit
      "990701": inherit
    subjects:
      "99": {"14": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-28]}
    sites:
      "990701":
        collectiveRegistration: true
        subjectsPerCandidate: 2
        capacity: {total: 99999, "14": 99999, "26": 99999}
        subjects: {"14": [2020-09-26, 2020-09-28], "26": [2020-09-26, 2020-09-28]}
    """

  private let rows: Int
  private var state: UInt64

  init(rows: Int, seed: UInt64) {
    self.rows = rows
    state = seed
  }

  func write(to path: String) throws {
    var book = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1_600_000_000))
    let sheet = try book.addSheet("集体报名信息")
    for (column, heading) in Self.headings.enumerated() {
      try book.writeText(heading, row: 1, column: column, in: sheet)
    }
    var maker = self
    for row in 0..<rows {
      for (column, text) in maker.candidate(row).enumerated() where !text.isEmpty {
        try book.writeText(text, row: row + 2, column: column, style: .text, in: sheet)
      }
    }
    try book.finish()
  }

  /// Ten thousand days of birth with up to 500 men each: enough for five million.
  private mutating func candidate(_ row: Int) -> [String] {
    let birth = CalendarDate(year: 1975, month: 1, day: 1)?.adding(days: row % 10_000)
    let serial = String(1_001 + row / 10_000 * 2).suffix(3)
    let number = CheckCharacter.completed("990701" + (birth?.compact ?? "") + serial) ?? ""
    let second = next(2) == 0 ? "26" : ""
    return [
      String(row + 1), pick(Self.surnames) + pick(Self.given) + pick(Self.given), "男", birth?.iso ?? "",
      "居民身份证",
      number, "汉族", "本科", "学生", "自学", "S\(row)", "计算机学院", "软件工程", "软件\(next(40))班",
      "1380000" + String(10_000 + next(10_000)).suffix(4), "candidate\(row)@example.com", "990000",
      "测试省地市七学院路\(next(300))号", "14", second, "", "", "", "",
    ]
  }

  private mutating func pick(_ words: [String]) -> String { words[next(words.count)] }

  /// SplitMix64: the same seed gives the same workbook everywhere.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

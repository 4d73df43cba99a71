internal import ExamModel

/// An invented candidate, the same for the same number everywhere: files and stores of one size fit each other.
struct Candidate {
  let index: Int
  private let random: UInt64

  private static let surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙"]
  private static let given = [
    "测", "试", "明", "华", "文", "静", "思", "远", "嘉", "宁", "晓", "然", "博", "雅", "子", "涵",
  ]

  init(_ index: Int) {
    self.index = index
    // SplitMix64.
    var mixed = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15 &+ 58
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    random = mixed ^ (mixed >> 31)
  }

  /// Part `place` of the candidate's random bits, below `bound`.
  private func random(_ place: Int, below bound: Int) -> Int {
    Int((random >> UInt64(place * 9)) & 0x7FFF) % bound
  }

  var name: String {
    Self.surnames[random(0, below: 12)] + Self.given[random(1, below: 16)] + Self.given[random(2, below: 16)]
  }

  /// Ten thousand days of birth with up to 500 men each: enough for five million.
  private var birth: CalendarDate? {
    CalendarDate(year: 1975, month: 1, day: 1)?.adding(days: index % 10_000)
  }

  var birthDate: String { birth?.iso ?? "" }

  var documentNumber: String {
    let serial = String(1_001 + index / 10_000 * 2).suffix(3)
    return CheckCharacter.completed("990701" + (birth?.compact ?? "") + serial) ?? ""
  }

  var studentNumber: String { "S\(index)" }
  var className: String { "软件\(random(3, below: 40))班" }
  var phone: String { "1380000" + String(10_000 + random(4, below: 10_000)).suffix(4) }
  var email: String { "candidate\(index)@example.com" }
  var address: String { "测试省地市七学院路\(random(5, below: 300))号" }
  var subject: String { index % 2 == 0 ? "14" : "26" }
  /// The second subject, which every other candidate has.
  var secondSubject: String? { subject == "14" && random(6, below: 2) == 0 ? "26" : nil }

  /// How many candidates there are rooms for at one site.
  static let perSite = 1_900_000
  var site: String { "99070\(1 + index / Self.perSite)" }
  var score: Int { random(4, below: 101) }
  /// The grade that belongs to the score.
  var result: Int { score >= 90 ? 3 : score >= 80 ? 2 : score >= 60 ? 1 : 0 }
  var certificate: String {
    score < 60 ? "" : "\(subject)58" + String(10_000_000_000 + index).suffix(10)
  }

  /// The place of the candidate's entry: 9 999 ticket numbers a room and subject.
  var place: (room: String, batch: Int, seat: Int, ticket: String) {
    let pair = index % Self.perSite / 2
    let (room, serial) = (pair / 9_999, pair % 9_999)
    let inRoom = serial * 2 + index % 2
    let code = String(101 + room).suffix(2)
    return (
      String(code), inRoom / 900 + 1, inRoom % 900 + 1,
      "\(subject)58\(site)\(code)\(String(10_001 + serial).suffix(4))"
    )
  }

  /// The cells of a row of the registration workbook.
  var cells: [String] {
    [
      String(index + 1), name, "男", birthDate, "居民身份证", documentNumber, "汉族", "本科", "学生", "自学",
      studentNumber, "计算机学院", "软件工程", className, phone, email, "990000", address, subject,
      secondSubject ?? "", "", "", "", "",
    ]
  }

  static let headings = [
    "序号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "文化程度", "职业", "培训类型", "学号", "院系", "专业", "班级", "联系电话",
    "电子邮件", "邮编", "联系地址", "报考科目1", "报考科目2", "报考科目3", "意向考试日期", "额外信息", "备注",
  ]
}

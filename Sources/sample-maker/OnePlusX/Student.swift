/// 1+X 考生 — an invented student of the school, as a row of the students' workbook.
struct Student {
  static let headings = [
    "姓名", "姓名拼音", "性别", "身份证号", "手机号", "就读专业", "专业层次", "入学年份", "学号", "班级", "考生类型",
  ]
  private static let syllables = [
    "Zhao", "Qian", "Sun", "Li", "Zhou", "Wu", "Zheng", "Wang", "Feng", "Chen", "Chu", "Wei",
  ]

  var name: String
  var cells: [String]

  var number: String { cells[3] }

  /// `count` students of a seed, the same every time; all have resident IDs, every tenth is a social student.
  static func students(_ count: Int, seed: UInt64) -> [Student] {
    var random = SeededRandom(seed: seed, topic: "students")
    return CandidateMaker.candidates(count * 2, seed: seed &+ 1).filter { $0.document.code == "1" }
      .prefix(count).enumerated().map { index, candidate in
        let pinyin = "\(random.one(of: syllables)) \(random.one(of: syllables))"
        return Student(
          name: candidate.name,
          cells: [
            candidate.name, pinyin, index % 3 == 0 ? "" : candidate.isMale ? "男" : "女",
            candidate.document.number, "1990020" + padded(index + 1, 4), "软件技术",
            random.one(of: ["中职", "高职专科", "高职本科"]), "2019", "2019" + padded(index + 1, 4), "软件一班",
            index % 10 == 9 ? "社会考生" : "",
          ])
      }
  }
}

/// 考生生成 — makes the site's candidates from a seed: most with resident IDs of the test province, some with other
/// documents, some with names that are hard to store.
struct CandidateMaker {
  private static let departments = [
    ("会计学院", "会计学", "会计一班"), ("会计学院", "财务管理", "会计二班"), ("管理学院", "工商管理", "管理一班"),
  ]
  /// How often each subject is chosen, out of a hundred.
  private static let subjectShares = [("14", 42), ("15", 26), ("26", 15), ("35", 11), ("42", 6)]

  private var random: SeededRandom
  private var sequence = 0

  /// `count` candidates of `seed`, the same every time.
  static func candidates(_ count: Int, seed: UInt64) -> [Candidate] {
    var maker = CandidateMaker(random: SeededRandom(seed: seed, topic: "candidates"))
    return (0..<count).map { maker.candidate($0) }
  }

  private mutating func candidate(_ index: Int) -> Candidate {
    let isMale = Candidate.specialSexes[index] ?? random.happens(percent: 50)
    let birth = birthDate()
    // Even steps keep the numbers apart, the last digit says the sex.
    sequence += 2
    let digits = sequence % 1_000 + (isMale ? 1 : 0)
    let prefix = random.one(of: ["990101", "990701", "990701", "990701", "990702"])
    let (department, major, className) = random.one(of: Self.departments)
    var candidate = Candidate(
      name: PersonNames.common(&random), isMale: isMale, birth: birth,
      document: .residentID(prefix: prefix, birth: birth, sequence: digits),
      studentNumber: "2018" + padded(index + 1, 4), department: department, major: major,
      className: className, phone: "1990058" + padded(index + 1, 4),
      email: "kaosheng\(padded(index + 1, 4))@example.com", address: "测试省地市七学院路\(random.number(1...200))号",
      subjects: chosenSubjects(), birthSpelling: random.one(of: birth.spellings))
    if random.happens(percent: 8) { candidate.ethnicity = random.one(of: ["回族", "满", "壮族", "苗", "土家族"]) }
    if random.happens(percent: 25) { candidate.education = "专科" }
    if random.happens(percent: 12) { candidate.occupation = random.one(of: ["教师", "企业职工", "自由职业"]) }
    if random.happens(percent: 30) { candidate.training = random.one(of: ["学校培训", "社会培训"]) }
    candidate.makeSpecial(index, digits: digits)
    return candidate
  }

  private mutating func birthDate() -> BirthDate {
    let isOlder = random.happens(percent: 8)
    return BirthDate(
      year: isOlder ? random.number(1965...1993) : random.number(1997...2003), month: random.number(1...12),
      day: random.number(1...28))
  }

  private mutating func chosenSubjects() -> [String] {
    let first = subject()
    guard random.happens(percent: 40) else { return [first] }
    let second = subject()
    return first == second ? [first] : [first, second]
  }

  private mutating func subject() -> String {
    var share = random.number(1...100)
    for (code, part) in Self.subjectShares {
      if share <= part { return code }
      share -= part
    }
    return "14"
  }
}

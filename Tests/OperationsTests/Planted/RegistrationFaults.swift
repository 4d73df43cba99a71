import Operations
import Storage

/// Every kind of fault that a row of a registration workbook can have by itself or with another row, and what it must
/// be found as. The stored records that some of them meet are made by `RegistrationFaults.fixture()`.
enum RegistrationFaults {
  /// Candidates from here on are registered already.
  static let registered = 9_000
  /// Candidates from here on stand in another site's roster.
  static let elsewhere = 20_000
  /// So many of each are there.
  static let reserve = 60

  static let all = required + forms + identity + subjects + people + known

  /// A site that asks for a class and restricts by the roster, with the candidates in reserve.
  static func fixture() async throws -> OfficeFixture {
    let roster = "{enabled: true, provinceOnly: false, siteOnly: false}"
    let fixture = try await OfficeFixture(
      .with { plan in
        for site in ["990701", "990703"] { plan.sites[site]?.roster = roster }
        plan.sites["990701"]?.requiresClass = true
        plan.sites["990701"]?.total = 99_999
        plan.sites["990701"]?.places["14"] = 99_999
      })
    _ = try await fixture.register(Candidate.some(reserve, from: registered))
    for candidate in Candidate.some(reserve, from: elsewhere) {
      try await fixture.execute(
        "INSERT INTO roster (document_number, site, anywhere) VALUES ($1, '990703', 0)", [.text(candidate.id)]
      )
    }
    return fixture
  }

  static let required: [Fault<Candidate>] = [
    Fault("no name", "姓名 REQ") { row, _ in row.name = "" },
    Fault("no sex", "性别 REQ") { row, _ in row.sex = "" },
    Fault("no birth date", "出生日期 REQ") { row, _ in row.birthDate = .blank },
    Fault("no document type", "证件类型 REQ") { row, _ in row.documentType = "" },
    Fault("no number", "证件号码 REQ") { row, _ in row.documentNumber = .blank },
    Fault("no ethnicity", "民族 REQ") { row, _ in row.ethnicity = "" },
    Fault("no education", "文化程度 REQ") { row, _ in row.education = "" },
    Fault("no occupation", "职业 REQ") { row, _ in row.occupation = "" },
    Fault("no phone", "联系电话 REQ") { row, _ in row.phone = "" },
    Fault("no e-mail", "电子邮件 REQ") { row, _ in row.email = "" },
    Fault("no subject", "报考科目1 REQ") { row, _ in row.subjects = [] },
    Fault("blanks only", "姓名 REQ") { row, _ in row.name = "\u{3000} " },
  ]

  static let forms: [Fault<Candidate>] = [
    Fault("month 13", "出生日期 FMT.date") { row, _ in row.birthDate = "2000-13-01" },
    Fault("sex that is none", "性别 FMT.code") { row, _ in row.sex = "男女" },
    Fault("unknown document", "证件类型 FMT.code") { row, _ in row.documentType = "学生证" },
    Fault("unknown ethnicity", "民族 FMT.code") { row, _ in row.ethnicity = "57" },
    Fault("unknown education", "文化程度 FMT.code") { row, _ in row.education = "9" },
    Fault("unknown occupation", "职业 FMT.code") { row, _ in row.occupation = "99" },
    Fault("unknown training", "培训类型 FMT.code") { row, _ in row.trainingType = "999" },
    Fault("unknown subject", "报考科目1 FMT.code") { row, _ in row.subjects = ["99"] },
    Fault("unknown second subject", "报考科目2 FMT.code") { row, _ in row.subjects = ["14", "无"] },
    Fault("postcode in words", "邮编 FMT.number") { row, _ in row.postcode = "邮编" },
    Fault("long postcode", "邮编 FMT.length") { row, _ in row.postcode = "1000000" },
    Fault("long remarks", "备注 FMT.length") { row, _ in row.remarks = String(repeating: "长", count: 201) },
    Fault("no e-mail at all", "电子邮件 FMT.email") { row, _ in row.email = "a.example.com" },
    Fault("short phone", "联系电话 FMT.phone") { row, _ in row.phone = "1380000" },
    Fault("blank in the name", "姓名 FMT.blank") { row, _ in row.name = "赵 测试" },
    Fault("wrong separator", "姓名 FMT.separator") { row, _ in row.name = "赵•测试" },
    Fault("formula's error", "院系 FMT.formula") { row, _ in row.department = "#VALUE!" },
  ]

  static let identity: [Fault<Candidate>] = [
    Fault("17 characters", "证件号码 IDN-01.length") { row, _ in
      row.documentNumber = .text(String(row.id.dropLast()))
    },
    Fault("15 digits", "证件号码 IDN-01.length") { row, _ in
      row.documentNumber = .text(String(row.id.prefix(6) + row.id.dropFirst(8).prefix(9)))
    },
    Fault("a letter inside", "证件号码 IDN-01.characters") { row, _ in
      row.documentNumber = .text("A" + row.id.dropFirst())
    },
    Fault("unknown region", "证件号码 IDN-01.region", isWarning: true) { row, _ in
      row.documentNumber = .text(MadeID.completed("000000" + row.id.dropFirst(6).prefix(11)))
    },
    Fault("30 February", "证件号码 IDN-01.date") { row, _ in
      row.documentNumber = .text(MadeID.completed("99070120000230" + row.id.dropFirst(14).prefix(3)))
    },
    Fault("born in the future", "证件号码 IDN-01.future") { row, _ in
      row.documentNumber = .text(MadeID.completed("99070120990101" + row.id.dropFirst(14).prefix(3)))
    },
    Fault("wrong check", "证件号码 IDN-01.check") { row, _ in
      row.documentNumber = .text(MadeID.withWrongCheck(String(row.id.prefix(17))))
    },
    Fault("another sex", "性别 IDN-02") { row, _ in row.sex = "女" },
    Fault("another birth date", "出生日期 IDN-02") { row, _ in row.birthDate = "1999-12-31" },
    Fault("full width", "证件号码 IDN-03") { row, _ in
      var wide = String.UnicodeScalarView()
      for scalar in row.id.unicodeScalars { wide.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar) }
      row.documentNumber = .text(String(wide))
    },
    Fault("apostrophe", "证件号码 IDN-03") { row, _ in row.documentNumber = .text("'" + row.id) },
    Fault("lost digits", "证件号码 IDN-04") { row, _ in
      row.documentNumber = .number(990_701_200_001_010_048)
    },
    Fault("lost digits as text", "证件号码 IDN-04") { row, _ in row.documentNumber = "9.90701E+17" },
    Fault("another document's form", "证件号码 IDN-05") { row, _ in
      row.documentType = "台湾居民来往大陆通行证"
    },
  ]

  static let subjects: [Fault<Candidate>] = [
    Fault("too many subjects", "报考科目1 REG-10") { row, _ in row.subjects = ["14", "15", "26"] },
    Fault("not offered", "报考科目2 REG-10") { row, _ in row.subjects = ["14", "24"] },
    Fault("a subject twice", "报考科目2 REG-10") { row, _ in row.subjects = ["14", "14"] },
    Fault("a preferred date", "意向考试日期 SET-04") { row, _ in row.preferredDate = "2020-09-26" },
  ]

  static let people: [Fault<Candidate>] = [
    Fault("no class", "班级 REG-12") { row, _ in row.schoolClass = "" },
    Fault("unknown class", "班级 REG-12") { row, _ in row.schoolClass = "会计三班" },
    Fault("too young", "出生日期 REG-12") { row, planting in
      row.setDocument(MadeID.number(birth: "20150101", sequence: planting.ordinal * 2 + 1))
    },
    Fault("too old", "出生日期 REG-12") { row, planting in
      row.setDocument(MadeID.number(birth: "19300101", sequence: planting.ordinal * 2 + 1))
    },
    Fault("in another site's roster", "证件号码 REG-12") { row, planting in
      row.setDocument(Candidate(elsewhere + planting.ordinal % reserve).id)
    },
    Fault("the number twice", "证件号码 REG-03", twin: ["证件号码 REG-03"]) { row, planting in
      row.setDocument(planting.twin.id)
    },
    Fault("the e-mail twice", "电子邮件 REG-13", twin: ["电子邮件 REG-13"]) { row, planting in
      row.email = planting.twin.email
    },
  ]

  private static let known: [Fault<Candidate>] = [
    Fault("registered already", "证件号码 REG-04") { row, planting in
      row.setDocument(Candidate(registered + planting.ordinal % reserve).id)
    },
    Fault("another's e-mail", "电子邮件 REG-13") { row, planting in
      row.email = Candidate(registered + planting.ordinal % reserve).email
    },
  ]
}

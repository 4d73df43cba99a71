/// Every kind of fault that rows of the 1+X workbooks can have, and what it must be found as.
enum OnePlusXFaults {
  /// Students from here on are entered before.
  static let entered = 900
  /// How many of them there are.
  static let reserve = 40

  static let students: [Fault<TextRow>] =
    ["姓名", "姓名拼音", "身份证号", "手机号", "就读专业", "专业层次", "入学年份"].map {
      .cells("no \($0)", [$0: ""], "\($0) REQ")
    } + [
      .cells("not pinyin", ["姓名拼音": "考生 Ce"], "姓名拼音 VSL-01.pinyin"),
      .cells("a landline", ["手机号": "010-12345678"], "手机号 VSL-01.mobile"),
      .cells("no phone at all", ["手机号": "12345"], "手机号 FMT.phone"),
      .cells("a year to come", ["入学年份": "2021"], "入学年份 VSL-01.year"),
      .cells("a year in words", ["入学年份": "二零一九"], "入学年份 FMT.number"),
      .cells("unknown level", ["专业层次": "博士后"], "专业层次 FMT.code"),
      .cells("unknown list", ["考生类型": "校外"], "考生类型 FMT.code"),
      .cells("the other sex", ["性别": "女"], "性别 IDN-02"),
      Fault("a short number", "身份证号 IDN-01.length") { row, planting in
        row["身份证号"] = "99000120010" + MadeID.pad(planting.ordinal, 2)
      },
      Fault("imported before", "身份证号 VSL-01") { row, planting in
        row["身份证号"] = OnePlusXRows.id(entered + planting.ordinal % reserve)
      },
      Fault("twice", "身份证号 OPS-07.twice", twin: ["身份证号 OPS-07.twice"]) { row, planting in
        row["身份证号"] = planting.twin["身份证号"]
      },
    ]

  static let entries: [Fault<TextRow>] =
    ["计划编号", "证书名称", "证书等级", "姓名", "身份证号"].map { .cells("no \($0)", [$0: ""], "\($0) REQ") } + [
      .cells("no such plan", ["计划编号": "K202012199009"], "计划编号 VSL-03.plan"),
      .cells("no such certificate", ["证书名称": "别的证书"], "证书名称 VSL-03.certificate"),
      .cells("no such level", ["证书等级": "高级"], "证书等级 VSL-03.level"),
      .cells(
        "a plan that is not open", ["计划编号": "K202101099002", "证书名称": "测试数据标注"], "计划编号 VSL-03.dates"),
      .cells("another name", ["姓名": "别人"], "姓名 VSL-03.name"),
      .cells("no such station", ["考核站点": "99000109"], "考核站点 VSL-03.station"),
      .cells("another school's station", ["考核站点": "99000201"], "考核站点 VSL-03.station"),
      .cells("a station that is not approved", ["考核站点": "99000102"], "考核站点 VSL-03.station"),
      .cells("no direction", ["证书等级": "中级"], "参考对象类型 VSL-03.kind"),
      .cells("unknown direction", ["证书等级": "中级", "参考对象类型": "安全方向"], "参考对象类型 VSL-03.kind"),
      Fault("no student", "身份证号 VSL-03.student") { row, planting in
        row["身份证号"] = OnePlusXRows.id(2_000 + planting.ordinal)
      },
      Fault("entered before", "身份证号 OPS-07.exists") { row, planting in
        row["身份证号"] = OnePlusXRows.id(entered + planting.ordinal % reserve)
      },
      Fault("twice", "身份证号 OPS-07.twice", twin: ["身份证号 OPS-07.twice"]) { row, planting in
        row["身份证号"] = planting.twin["身份证号"]
      },
    ]

  static let removals: [Fault<TextRow>] = [
    .cells("no plan", ["计划编号": ""], "计划编号 REQ"), .cells("no number", ["身份证号": ""], "身份证号 REQ"),
    .cells("no such plan", ["计划编号": "K202012199009"], "计划编号 VSL-03.plan"),
    .cells("a plan that is not open", ["计划编号": "K202101099002"], "计划编号 VSL-03.dates"),
    .cells("no such subject", ["科目编号": "98694"], "科目编号 VSL-03.subject"),
    .cells("a subject that is not taken", ["科目编号": "043194"], "身份证号 VSL-03.nothing"),
    Fault("no student", "身份证号 VSL-03.student") { row, planting in
      row["身份证号"] = OnePlusXRows.id(2_000 + planting.ordinal)
    },
    Fault("applied for", "身份证号 VSL-03.protected") { row, planting in
      row["身份证号"] = OnePlusXRows.id(entered + planting.ordinal % reserve)
      row["科目编号"] = "609371"
    },
    Fault("twice", "身份证号 OPS-07.twice", twin: ["身份证号 OPS-07.twice"]) { row, planting in
      row["身份证号"] = planting.twin["身份证号"]
    },
  ]

  static let payments: [Fault<TextRow>] = [
    .cells("no plan", ["计划编号": ""], "计划编号 REQ"), .cells("no number", ["身份证号": ""], "身份证号 REQ"),
    .cells("no such plan", ["计划编号": "K202012199009"], "计划编号 VSL-03.plan"),
    .cells("no such certificate", ["证书": "别的证书"], "证书 VSL-03.certificate"),
    .cells("no such level", ["证书等级": "高级"], "证书等级 VSL-03.level"),
    .cells("a level that is not taken", ["证书等级": "中级"], "身份证号 PAY-04.entry"),
    .cells("neither certificate nor subject", ["证书": ""], "证书 PAY-04.basis"),
    .cells("another name", ["姓名": "别人"], "姓名 VSL-03.name"),
    Fault("no student", "身份证号 VSL-03.student") { row, planting in
      row["身份证号"] = OnePlusXRows.id(2_000 + planting.ordinal)
    },
    Fault(
      "applied for before", "身份证号 PAY-04.held", "身份证号 PAY-04.held", "身份证号 PAY-04.held"
    ) { row, planting in
      row["身份证号"] = OnePlusXRows.id(entered + planting.ordinal % reserve)
    },
    Fault("twice", "身份证号 OPS-07.twice", twin: ["身份证号 OPS-07.twice"]) { row, planting in
      row["身份证号"] = planting.twin["身份证号"]
    },
  ]

  /// A school whose first students are imported, and entered where that is asked for; those in reserve are, and are
  /// applied for where `isApplied`.
  static func fixture(students: Int, isEntered: Bool, isApplied: Bool) async throws -> OnePlusXFixture {
    let fixture = try await OnePlusXFixture()
    try await fixture.approve()
    let kept = entered..<entered + reserve
    try await fixture.addStudents(kept)
    try await fixture.enter(kept)
    if isApplied {
      _ = try await fixture.importing(
        "payment-applications", OnePlusXRows.payments, kept.map { OnePlusXRows.payment($0) })
    }
    if students > 0 { try await fixture.addStudents(0..<students) }
    if isEntered { try await fixture.enter(0..<students) }
    return fixture
  }
}

import ExamModel

extension SittingSheet {
  private static func site(samples: [String]) -> Column {
    Column("site", "考点代码", isRequired: true, hint: "“机构”表中考点的代码。", samples: samples)
  }

  static let sites = SittingSheet(
    "sites", "考点设置",
    [
      site(samples: ["990701"]),
      .flag("open", "考点开考", "留空为是。", samples: ["是"]),
      .flag("collectiveRegistration", "集体报名", "考点管理员可以报名；留空为否。", samples: ["是"]),
      .flag("collectivePayment", "集体缴费", "考点管理员可以缴费；留空为否。", samples: ["是"]),
      .flag("auditRequired", "报名信息需要审核", "审核后才能缴费；留空为否。", samples: ["否"]),
      .flag("classRequired", "班级必填", "留空为否。", samples: ["否"]),
      Column("classes", "班级选项", hint: "用分号隔开。", samples: ["会计一班；会计二班"]),
      Column("subjectsPerCandidate", "每人最多科次", hint: "1–3；留空为 1。", samples: ["2"]),
      .flag("candidatesPrintTickets", "考生打印准考证", "留空为否。", samples: ["是"]),
      Column("total", "总科次数", isRequired: true, hint: "至少 100；99999 为不限。", samples: ["1000"]),
      .flag("rosterEnabled", "学籍限制", "留空为否。", samples: ["否"]),
      .flag("provinceOnly", "仅限本省", "留空为否。", samples: ["否"]),
      .flag("siteOnly", "仅限本考点", "留空为否。", samples: ["否"]),
    ])

  static let siteSubjects = SittingSheet(
    "sites", "考点科目",
    [
      site(samples: ["990701", "990701"]),
      Column("subject", "科目代码", isRequired: true, hint: "考点开考的科目；一科也不开考时写“无”。", samples: ["14", "26"]),
      Column(
        "dates", "考试日期", .days, hint: "在上级的考试日期之内；填法相同。",
        samples: ["2020-09-26；2020-09-28", "2020-09-26；2020-09-27"]),
      Column("places", "容量", hint: "这一科最多报考人数；99999 为不限。", samples: ["500", "99999"]),
    ])

  static let preferredDays = SittingSheet(
    "sites", "意向日期",
    [
      site(samples: ["990701", "990701"]),
      Column(
        "date", "意向考试日期", .day, isRequired: true, hint: "考生可以选择的考试日期。", samples: ["2020-09-26", "2020-09-27"]),
      Column("places", "人数", isRequired: true, hint: "这一天最多可选的人数。", samples: ["100", "100"]),
    ])

  static let accounts = SittingSheet(
    "accounts", "分账账户",
    [
      Column(
        "organisation", "机构代码", isRequired: true, hint: "账户所属的机构。整张表不填：沿用已有的账户；只写一行“无”：全部删除。",
        samples: ["990701"]),
      Column("bank", "开户行", isRequired: true, hint: "开户银行。", samples: ["测试银行"]),
      Column("bankNumber", "银行行号", isRequired: true, hint: "12 位数字。", samples: ["100000000001"]),
      Column("name", "账户名称", isRequired: true, hint: "账户的户名。", samples: ["测试大学"]),
      Column("number", "账号", isRequired: true, hint: "6–32 位数字，按文本填写。", samples: ["96758110300000111"]),
      Column("kind", "账号类型", isRequired: true, hint: "如 考点收费账户。", samples: ["考点收费账户"]),
      Column("remarks", "备注", hint: "可以不填。", samples: ["测试"]),
    ])
}

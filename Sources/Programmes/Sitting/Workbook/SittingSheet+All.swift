import ExamModel

extension SittingSheet {
  /// All sheets in the order of their tabs.
  public static let all: [SittingSheet] = [
    sitting, organisations, users, windows, offers, fees, sites, siteSubjects, preferredDays, plans,
    planSubjects,
    calendar, accounts,
  ]

  /// Sheets that people read and nothing is read from: notes, samples, codes.
  public static let notes = "填写说明"
  /// The sheet of sample rows.
  public static let samples = "样例"
  /// The sheet of subject codes.
  public static let codes = "码表"

  /// What stands in the first column, or as the subject, of a row that says that there are none.
  public static let none = "无"

  static let sitting = SittingSheet(
    "", "考次",
    [
      Column("sitting", "考次", isRequired: true, hint: "<考试项目>-<考次号>。", samples: [""]),
      Column("programme", "考试项目", isRequired: true, hint: "考试项目的标识。", samples: [""]),
      Column("number", "考次号", isRequired: true, hint: "1–99；准考证号中有两位。", samples: ["58"]),
      Column("name", "考次名称", isRequired: true, hint: "打印在准考证和报表上。", samples: ["2020年9月全国计算机等级考试"]),
      Column(
        "examDates", "考试日期", .days, isRequired: true, hint: "所有考试日期，用分号隔开。",
        samples: ["2020-09-26；2020-09-27；2020-09-28"]),
      Column("least", "最小年龄", hint: "与最大年龄一起填；留空时按考试项目的规定。", samples: ["6"]),
      Column("most", "最大年龄", hint: "与最小年龄一起填。", samples: ["80"]),
      Column("copyFrom", "复制自考次", hint: "新考次可从以前的考次取机构、用户和分账账户：不填那几张表即可。", samples: [""]),
    ])

  static let organisations = SittingSheet(
    "organisations", "机构",
    [
      Column(
        "code", "机构代码", isRequired: true, hint: "下级代码以上级代码开头。整张表不填：沿用已有的机构。",
        samples: ["99", "9907", "990701"]),
      Column("name", "机构名称", isRequired: true, hint: "机构的名称。", samples: ["测试省", "测试省地市七", "地市七考点一"]),
      Column("address", "地址", hint: "考点在编排前必须有地址。", samples: ["", "", "测试省地市七学院路1号"]),
      .flag("audited", "已审核", "已审核的机构不能修改；留空为否。", samples: ["否", "否", "否"]),
      .flag("enabled", "启用", "不启用的机构不参加本考次；留空为是。", samples: ["是", "是", "是"]),
    ])

  static let users = SittingSheet(
    "users", "用户",
    [
      Column(
        "name", "用户名", isRequired: true, hint: "登录名，不能重复。整张表不填：沿用已有的用户。", samples: ["root", "site990701"]),
      .organisation(samples: ["中心", "990701"]),
      Column(
        "role", "角色", isRequired: true,
        choices: [
          Choice(text: "管理员", value: User.Role.administrator.rawValue),
          Choice(text: "查询用户", value: User.Role.viewer.rawValue),
        ], hint: "管理员可以修改；查询用户只能查看和导出。", samples: ["管理员", "管理员"]),
    ])

  static let windows = SittingSheet(
    "windows", "时间窗口",
    [
      .organisation(samples: ["99", "99", "9907", "990701"]),
      Column(
        "window", "操作时间", isRequired: true,
        choices: [Choice(text: "与上级相同", value: inheritWindows), Choice(text: none, value: noWindows)]
          + WindowKind.allCases.map { Choice(text: $0.title.zh, value: $0.rawValue) },
        hint: "“与上级相同”时不填开始和结束；同一机构可以再列出不同的几项。", samples: ["报名管理时间", "准考证打印开始时间", "与上级相同", "与上级相同"]),
      .moment("start", "开始", "如 2020-07-23 08:00。", samples: ["2020-07-23 08:00", "2020-09-15 08:00"]),
      .moment("end", "结束", "这一时刻本身不算在内；准考证打印没有结束。", samples: ["2020-08-31 21:00"]),
    ])

  /// What the choices of a window mean that are no windows.
  static let inheritWindows = "inherit"
  static let noWindows = "none"

  static let offers = SittingSheet(
    "subjects", "科目",
    [
      .organisation(samples: ["99", "99"]),
      Column(
        "subject", "科目代码", isRequired: true, hint: "省（或其他上级机构）开考的科目；一科也不开考时写“无”。", samples: ["14", "26"]),
      Column(
        "dates", "考试日期", .days, hint: "两个日期是首日和末日；一个或三个以上就是这些日期。用分号隔开。",
        samples: ["2020-09-26；2020-09-28", "2020-09-26；2020-09-27"]),
    ])

  static let fees = SittingSheet(
    "fees", "收费",
    [
      .organisation(samples: ["99", "99"]),
      Column("subject", "科目代码", hint: "留空的一行是人次费和一般的科目费；收费不同的科目另写一行。", samples: ["", "26"]),
      Column("person", "人次费", hint: "元，每人一次；只在科目代码留空的一行填写。", samples: ["2.00", ""]),
      Column("fee", "科目费", isRequired: true, hint: "元，每科一次。", samples: ["76.00", "80.00"]),
    ])
}

import ExamModel

extension SittingSheet {
  private static func plan() -> [Column] {
    [
      Column("number", "计划编号", isRequired: true, hint: "K 和 12 位数字。", samples: [sampleCertificate.number]),
      Column("certificate", "证书", isRequired: true, hint: "证书名称。", samples: [sampleCertificate.name]),
      Column("level", "等级", isRequired: true, hint: "证书等级。", samples: [sampleCertificate.level]),
    ]
  }

  private static let sampleCertificate = (number: "K202005229994", name: "物流管理", level: "初级")

  static let plans = SittingSheet(
    "plans", "计划",
    plan() + [
      Column(
        "rule", "合格规则", isRequired: true,
        choices: [
          Choice(text: "综合成绩合格", value: ExamPlan.Rule.total.rawValue),
          Choice(text: "各科成绩合格", value: ExamPlan.Rule.everySubject.rawValue),
        ], hint: "成绩怎样合格。", samples: ["综合成绩合格"]),
      Column("passMark", "合格线", isRequired: true, hint: "0–100。", samples: ["60"]),
      Column(
        "start", "报名开始", .moment, isRequired: true, hint: "如 2019-12-08 00:00。", samples: ["2019-12-08 00:00"]
      ),
      Column("end", "报名结束", .moment, isRequired: true, hint: "这一时刻本身不算在内。", samples: ["2019-12-22 00:00"]),
    ])

  static let planSubjects = SittingSheet(
    "plans", "计划科目",
    plan() + [
      Column("subjectCode", "科目代码", isRequired: true, hint: "六位；可以 0 开头。", samples: ["098694"]),
      Column("subjectName", "科目名称", isRequired: true, hint: "科目的名称。", samples: ["基础考核"]),
      Column(
        "kind", "考试方式", isRequired: true,
        choices: [
          Choice(text: "机考", value: PlanSubject.Kind.machine.rawValue),
          Choice(text: "实操", value: PlanSubject.Kind.practical.rawValue),
          Choice(text: "笔试", value: PlanSubject.Kind.written.rawValue),
        ], hint: "怎样考试。", samples: ["机考"]),
      Column("weight", "权重", isRequired: true, hint: "百分数，各科合计 100。", samples: ["100"]),
      Column("passMark", "合格线", isRequired: true, hint: "0–100。", samples: ["60"]),
      Column("candidates", "参考对象类型", hint: "留空为全体考生。", samples: [""]),
      Column(
        "times", "考试时间", .periods, hint: "开始 ~ 结束；几场之间用分号隔开。",
        samples: ["2019-12-21 08:30 ~ 2019-12-21 10:00；2019-12-22 08:30 ~ 2019-12-22 10:00"]),
    ])

  static let calendar = SittingSheet(
    "calendar", "日历",
    [
      Column("step", "步骤", isRequired: true, hint: "要做的事。", samples: ["考场编排"]),
      Column(
        "responsible", "负责级别", .texts, isRequired: true, hint: "机构级别，如 site、city；几级之间用分号隔开。",
        samples: ["site"]),
      .moment("start", "开始", "可以不填。", samples: ["2020-04-15 09:00"]),
      .moment("deadline", "截止", "可以不填。", samples: ["2020-04-21 16:00"]),
    ])
}

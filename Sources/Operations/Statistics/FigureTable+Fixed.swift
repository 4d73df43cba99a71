internal import Storage
internal import Tabular

extension FigureTable {
  /// 支付统计 — what is paid, by whom, and how much money that is (STA-01).
  static var payment: FigureTable {
    FigureTable(
      title: Wording(zh: "支付统计", en: "Payment statistics"),
      figures: [
        .count("entries", .entries(), zh: "科目次数", en: "entries"),
        .count("candidates", .candidates([.present(.subject)]), zh: "人数", en: "candidates"),
        .count("paid", .entries([.column(.paid, anyOf: ["yes"])]), zh: "已支付", en: "paid"),
        .count(
          "individual", .entries([.column(.payer, anyOf: ["individual"])]), zh: "个人支付", en: "by candidates"),
        .count("collective", .entries([.column(.payer, anyOf: ["collective"])]), zh: "集体缴费", en: "by sites"),
        .count("unpaid", .entries([.column(.paid, anyOf: ["no"])]), zh: "未支付", en: "unpaid"),
        .count("held", .entries([.column(.held, anyOf: ["yes"])]), zh: "缴费批次中", en: "in a batch"),
        .amount("amount", .amount, zh: "金额(元)", en: "amount (yuan)"),
        .share("paidRate", of: "paid", in: "entries", zh: "支付率", en: "paid rate"),
      ],
      notes: [
        Wording(
          zh: "未支付含缴费批次中的。集体缴费按人收的费用计入该考生在批次中的第一个科目；没有支付明细的不计金额。合计的人数不重复计算。",
          en:
            "Unpaid includes what a batch holds. What a batch charges per person stands with the candidate's first "
            + "subject of it; entries without a payment record have no amount. The total counts everybody once."
        )
      ], drawn: (Wording(zh: "各科支付", en: "Payments by subject"), ["individual", "collective", "unpaid"]))
  }

  /// 考生统计 — who the candidates of each site are (STA-01).
  static var candidates: FigureTable {
    FigureTable(
      title: Wording(zh: "考生统计", en: "Candidate statistics"),
      figures: [
        .count("candidates", .candidates(), zh: "人数", en: "candidates"),
        .count("male", .candidates([.column(.sex, anyOf: ["1"])]), zh: "男", en: "male"),
        .count("female", .candidates([.column(.sex, anyOf: ["2"])]), zh: "女", en: "female"),
        .count(
          "collective", .candidates([.column(.method, anyOf: ["collective"])]), zh: "集体报名", en: "collective"),
        .count(
          "individual", .candidates([.column(.method, anyOf: ["individual"])]), zh: "个人网报", en: "individual"),
        .count("unpaid", .candidates([.column(.paid, anyOf: ["no"])]), zh: "有未支付", en: "with unpaid"),
        .count("locked", .candidates([.column(.locked, anyOf: ["yes"])]), zh: "已锁定", en: "locked"),
        .count("pending", .candidates([.column(.audit, anyOf: ["pending"])]), zh: "待审核", en: "pending"),
        .count("passed", .candidates([.column(.audit, anyOf: ["passed"])]), zh: "审核通过", en: "passed"),
        .count("rejected", .candidates([.column(.audit, anyOf: ["rejected"])]), zh: "审核不通过", en: "rejected"),
        .count("photo", .candidates([.column(.photo, anyOf: ["yes"])]), zh: "有照片", en: "with photo"),
        .count("entries", .entries(), zh: "科目次数", en: "entries"),
        .share("photoRate", of: "photo", in: "candidates", zh: "照片率", en: "photo rate"),
      ], hasSubjects: false)
  }

  /// 编排统计 — what is paid and seated, and whose wishes for a day were met (chapter 31).
  static var arrangement: FigureTable {
    FigureTable(
      title: Wording(zh: "编排统计", en: "Arrangement statistics"),
      figures: [
        .count("entries", .entries(), zh: "总科次", en: "entries"),
        .count("paid", .entries([.column(.paid, anyOf: ["yes"])]), zh: "已支付", en: "paid"),
        .count("unpaid", .entries([.column(.paid, anyOf: ["no"])]), zh: "未支付", en: "unpaid"),
        .count("seated", .entries([.column(.seated, anyOf: ["yes"])]), zh: "已编排", en: "seated"),
        .count("unseated", .entries([.column(.seated, anyOf: ["no"])]), zh: "未编排", en: "not seated"),
        .count("preferred", .entries([.column(.preferred, anyOf: ["yes"])]), zh: "总意向", en: "with a wish"),
        .count("kept", .entries([.column(.kept, anyOf: ["yes"])]), zh: "已编排符合意向", en: "wish met"),
        .count("notKept", .entries([.column(.kept, anyOf: ["no"])]), zh: "已编排不符合意向", en: "wish not met"),
        .share("seatedRate", of: "seated", in: "entries", zh: "编排率", en: "seated rate"),
        .share("keptRate", of: "kept", in: "preferred", zh: "意向满足率", en: "rate of wishes met"),
      ], drawn: (Wording(zh: "各科编排", en: "Arrangement by subject"), ["seated", "unseated"]))
  }
}

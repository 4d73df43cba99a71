import ExamModel
import Tabular
import Testing

@testable import Programmes

@Suite("Workbooks of sittings")
struct SittingBookTests {
  private static let more = """

    plans:
      - number: K202005229994
        certificate: 物流管理
        level: 初级
        rule: total
        passMark: 60
        registration: [2019-12-08 00:00, 2019-12-22 00:00]
        subjects:
          - {code: "098694", name: 基础考核, kind: machine, weight: 40, passMark: 60, times: [[2019-12-21 08:30, 2019-12-21 10:00], [2019-12-22 08:30, 2019-12-22 10:00]]}
          - {code: "609371", name: 实操考核, kind: practical, weight: 60, passMark: 60, times: []}
    calendar:
      - {step: 试卷申报, responsible: [city, site], deadline: 2020-04-23 16:00}
    accounts:
      - {organisation: "990701", bank: 测试银行, bankNumber: 100000000001, name: 测试大学, number: 96758110300000111, kind: 考点收费账户}
    """

  private func book() throws -> BookSheets {
    let document = try SittingSample.document(SittingSample.text + Self.more)
    return BookSheets(SittingBook(document.definition, accounts: try #require(document.accounts)))
  }

  @Test("SET-08 ORG-04 the same sitting as YAML and as a workbook is the same sitting, with its accounts")
  func sample() throws {
    let yaml = try SittingSample.document(SittingSample.text + Self.more)
    let workbook = try book().document()
    #expect(workbook.definition == yaml.definition)
    #expect(workbook.accounts == yaml.accounts && workbook.accounts?.count == 1)
    #expect(try book().faults() == [])
  }

  @Test("SET-08 any sitting that is written as a workbook is read as itself", arguments: 1...200)
  func seeded(seed: Int) throws {
    var random = SeededSitting(seed)
    let (definition, accounts) = (random.definition(), random.accounts())
    let document = try BookSheets(SittingBook(definition, accounts: accounts)).document()
    #expect(document.findings == [])
    #expect(document.definition == definition)
    #expect(document.accounts ?? [] == accounts)
  }

  @Test("SET-08 the sample rows of the form are a sitting without a finding")
  func samples() throws {
    var sample = BookSheets(SittingBook.sample(of: "ncre"))
    #expect(try sample.faults() == [])
    try sample.set("机构", 1, "机构代码", "98")
    #expect(try !sample.faults().isEmpty)
  }

  @Test("SET-08 a blank form says only that nothing was filled in")
  func blank() throws {
    let document = try BookSheets(SittingBook.blank).document()
    #expect(document.findings.map(\.code) == ["SET-08.sheet/missing"])
    #expect(document.accounts == nil && !document.has("organisations"))
  }

  @Test("SET-08 dates of the spreadsheet and dates as text, numbers and text are the same")
  func kinds() throws {
    var book = try book()
    let before = try book.document().definition
    try book.set("时间窗口", 1, "开始", "2020-07-01 08:00:00", .date)
    try book.set("时间窗口", 2, "开始", "2020/7/23 8:00")
    try book.set("意向日期", 1, "意向考试日期", "2020-09-26", .date)
    try book.set("意向日期", 2, "意向考试日期", "2020/9/27")
    try book.set("考次", 1, "考次号", "58", .number)
    try book.set("机构", 1, "机构代码", "99", .number)
    try book.set("收费", 1, "科目费", "76", .number)
    try book.set("考点设置", 1, "考点开考", "TRUE", .boolean)
    try book.set("计划", 1, "报名开始", "2019-12-08", .date)
    #expect(try book.document().definition == before)
    #expect(try book.faults() == [])
  }

  @Test("SET-08 blank rows, other columns' order, a star behind headings and blank sheets do no harm")
  func layout() throws {
    var book = try book()
    let before = try book.document().definition
    book["机构"].insert([(text: " ", kind: .text)], at: 1)
    book["用户"] = book["用户"].map { $0.reversed() }
    book["收费"][0][0].text = "机构代码 *"
    book["Sheet2"] = []
    #expect(try book.faults().filter { !$0.contains("Sheet2") } == [])
    #expect(try book.document().definition == before)
  }

  /// Changes of a good workbook, and the findings: codes and cells.
  static let faults: [(change: @Sendable (inout BookSheets) throws -> Void, found: [String])] = [
    ({ try $0.set("机构", 1, "启用", "也许") }, ["SET-08.choice 机构!E3"]),
    ({ try $0.set("用户", 1, "角色", "管理") }, ["SET-08.choice 用户!C3"]),
    ({ try $0.set("机构", 2, "机构名称", "") }, ["SET-08.missing/cell 机构!B4"]),
    ({ try $0.set("考次", 1, "考试日期", "2020-09-26；2020-09-31；2020-09-27；2020-09-28") }, ["SET-08.form 考次!E3"]),
    ({ try $0.set("时间窗口", 1, "开始", "七月一日") }, ["SET-08.form 时间窗口!C3"]),
    ({ try $0.set("时间窗口", 1, "结束", "") }, ["SET-08.form 时间窗口!D3"]),
    ({ try $0.set("时间窗口", 1, "结束", "2020-06-01 08:00") }, ["WIN-01.order 时间窗口!B3"]),
    ({ try $0.set("时间窗口", 2, "操作时间", "报名前设置时间") }, ["SET-08.doubled 时间窗口!B4"]),
    ({ try $0.set("收费", 2, "人次费", "1.00") }, ["SET-08.notHere 收费!C4"]),
    ({ try $0.set("收费", 2, "科目费", "八十") }, ["SET-08.form 收费!D4"]),
    ({ try $0.set("收费", 2, "科目代码", "99") }, ["SET-02.subject 收费!D4"]),
    ({ try $0.set("考点设置", 1, "总科次数", "") }, ["SET-08.missing/cell 考点设置!J3"]),
    ({ $0["考点设置"].append($0["考点设置"][1]) }, ["SET-08.doubled 考点设置!A4"]),
    ({ try $0.set("考点科目", 2, "科目代码", "14") }, ["SET-08.doubled 考点科目!B4"]),
    ({ try $0.set("考点科目", 1, "容量", "很多") }, ["SET-08.form 考点科目!D3"]),
    ({ try $0.set("考点科目", 1, "容量", "#VALUE!", .error) }, ["SET-08.error 考点科目!D3"]),
    ({ try $0.set("意向日期", 1, "考点代码", "990799") }, ["SET-08.parent 意向日期!A3"]),
    ({ try $0.set("意向日期", 1, "意向考试日期", "") }, ["SET-08.missing/cell 意向日期!B3"]),
    ({ try $0.set("意向日期", 1, "意向考试日期", "2020-09-27") }, ["SET-04.doubled 意向日期!B4"]),
    ({ try $0.set("计划科目", 1, "等级", "高级") }, ["SET-08.parent 计划科目!A3", "VSL-04.weights 计划科目!A4"]),
    ({ try $0.set("计划科目", 1, "考试时间", "2019-12-21 08:30") }, ["SET-08.form 计划科目!J3"]),
    ({ try $0.set("分账账户", 1, "账号", "96758110300000100", .lossyNumber) }, ["SET-08.digits 分账账户!E3"]),
    ({ try $0.set("分账账户", 1, "银行行号", "1") }, ["ORG-04.bankNumber 分账账户!C3"]),
    ({ $0["分账账户"].append($0["分账账户"][1]) }, ["ORG-04.doubled 分账账户!E4"]),
    ({ try $0.set("分账账户", 1, "机构代码", "990799") }, ["ORG-04.organisation 分账账户!A3"]),
    ({ $0["机构"].append($0["机构"][1]) }, ["ORG-01.doubled 机构!A7"]),
    ({ $0["考次"].append($0["考次"][1]) }, ["SET-08.single 考次!A4"]),
    ({ $0["机构"][0][4].text = "启动" }, ["SET-08.heading 机构!E2"]),
    ({ $0["机构"][0][3].text = "启用" }, ["SET-08.heading/doubled 机构!E2"]),
    (
      { $0["用户"][0][2].text = "" },
      ["SET-08.heading/missing 用户!角色"] + (3...5).map { "SET-08.heading/none 用户!C\($0)" }
    ),
    ({ $0["收费"][1].append((text: "备注", kind: .text)) }, ["SET-08.heading/none 收费!E3"]),
    ({ $0["机够"] = $0["机构"] }, ["SET-08.sheet 机够!"]),
    ({ $0["日历"] = [[(text: "考场编排", kind: .text)]] }, ["SET-08.headings 日历!"]),
    (
      { try $0.set("科目", 1, "机构代码", String(repeating: "9", count: 200)) },
      ["SET-08.code 科目!A3", "SET-02.province 考点科目!B3"]
    ),
  ]

  @Test("SET-08 what is wrong with a workbook is found at its cell", arguments: faults.indices)
  func fault(index: Int) throws {
    var book = try book()
    let (change, found) = Self.faults[index]
    try change(&book)
    let faults = try book.faults()
    #expect(faults == found, "\(faults)")
  }

  @Test("SET-08 a workbook without its first sheet says just that")
  func missingSheet() throws {
    var book = try book()
    book.sheets.removeAll { $0.name == "考次" }
    let document = try book.document()
    #expect(document.findings.map(\.code) == ["SET-08.sheet/missing"])
    #expect(document.findings.first?.place.sheet == "考次")
  }

  @Test(
    "ORG-04 blank sheets leave accounts, organisations and users as they are; a row 无 says that there are none"
  )
  func none() throws {
    var book = try book()
    for name in ["分账账户", "机构", "用户"] { book[name] = Array(book[name].prefix(1)) }
    #expect(try book.document().accounts == nil)
    let earlier = try SittingSample.document(SittingSample.text).definition
    let whole = try book.document().completed(from: earlier).definition
    #expect(whole.organisations == earlier.organisations && whole.users == earlier.users)
    book["分账账户"].append([(text: "无", kind: .text)])
    #expect(try book.document().accounts == [])
  }
}

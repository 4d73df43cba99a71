import Tabular
import ZIPFormat

extension MakeFolder {
  /// 学籍、编排、网报、审核、更正 and the archives of machine-test systems.
  func writeFeeds(_ candidates: [Candidate], to folder: inout SampleFolder) throws {
    func write(_ bytes: [UInt8], _ file: String, _ expected: ExpectedOutcome, _ name: String) throws {
      let kind = file.prefix { $0 != "." }
      try folder.write(bytes, to: "ncre/\(kind)/\(name)/\(file)")
      try folder.write(expected.json(), to: "ncre/\(kind)/\(name)/expected.json")
    }
    let roster = RosterSheet(Array(candidates.prefix(40)))
    for (sheet, name) in [(roster, "good"), (roster.faulty(), "faulty")] {
      try write(WorkbookFile.bytes(sheet.sheets, title: "学籍信息"), "roster.xlsx", sheet.expected, name)
    }
    let arrangement = ArrangementSheet(candidates)
    for (sheet, name) in [(arrangement, "good"), (arrangement.faulty(), "faulty")] {
      try write(WorkbookFile.bytes([sheet.sheet], title: "编排结果"), "arrangement.xlsx", sheet.expected, name)
    }
    // Candidates who come after those that the schools registered.
    let others = CandidateMaker.candidates(candidates.count + 24, seed: seed).dropFirst(candidates.count)
    let individual = IndividualFile(Array(others))
    try write(individual.bytes(), "individual.csv", individual.expected, "good")
    let (audit, decided) = DecisionSheets.audit(candidates)
    try write(WorkbookFile.bytes([audit], title: "审核结果"), "audit.xlsx", decided, "good")
    let (good, corrected, faulty, faults) = DecisionSheets.corrections(candidates)
    try write(WorkbookFile.bytes([good], title: "考后更正"), "corrections.xlsx", corrected, "good")
    try write(WorkbookFile.bytes([faulty], title: "考后更正"), "corrections.xlsx", faults, "faulty")
    for (kind, names) in [
      ("mock-report", ["模拟考试报告/考场01.txt", "模拟考试报告/考场02.txt"]),
      ("exception-files", ["异常/server.log", "异常/01/client-07.log", "异常/说明.txt"]),
    ] {
      try write(archive(names), "\(kind).zip", ExpectedOutcome(state: "done", read: names.count), "good")
    }
  }

  /// A ZIP of short texts, made at a fixed time.
  private func archive(_ names: [String]) throws(FileError) -> [UInt8] {
    try ZIPWriter.bytes { (zip) throws(FileError) in
      for name in names {
        let text = "\(name)\n" + String(repeating: "2020-08-20 09:00:00 测试数据\n", count: 40)
        try zip.add(name, bytes: Array(text.utf8), date: ZIPDate(year: 2020, month: 8, day: 20, hour: 10))
      }
    }
  }
}

import Exports
import Foundation
import Operations
import Programmes
import Tabular
import Testing

@Suite struct StatisticsFormTests {
  /// Forms that are written the wrong way, and what the message must say.
  static let wrong: [(rows: String, measures: String, pivots: String, condition: String, says: String)] = [
    ("", "entries", "", "", "没有字段“”"), ("shoe", "entries", "", "", "没有字段“shoe”"),
    ("subjet", "entries", "", "", "是不是“subject”"), ("site,site", "entries", "", "", "“site”写了两次"),
    ("site", "entries", "site", "", "“site”写了两次"), ("site", "entries,entries", "", "", "“entries”写了两次"),
    ("site", "", "", "", "没有指标“”"), ("site", "count", "", "", "没有指标“count”"),
    ("site", "score>60", "", "", "score>=60"), ("site", "score>=", "", "", "score>=60"),
    ("site", "score>=6O", "", "", "score>=60"), ("site", "score>=1.234", "", "", "最多两位小数"),
    ("site", "score>=-1", "", "", "score>=60"), ("site", "score[60,80]", "", "", "score[60,80)"),
    ("site", "score(60,80)", "", "", "score[60,80)"), ("site", "score[60)", "", "", "score[60,80)"),
    ("site", "score[80,60)", "", "", "80 不小于 60"), ("site", "score[60,60)", "", "", "60 不小于 60"),
    ("site", "sum:class", "", "", "可求和的字段“class”"), ("site", "median:score", "", "", "没有指标"),
    ("site", "entries", "sex,method,paid", "", "最多配 2 个列字段"),
    ("site", "entries,candidates", "sex,method", "", "多个指标只能配 1 个"),
    ("site", "entries", "", "sex", "字段=值"), ("site", "entries", "", "sex=", "没有值"),
    ("site", "entries", "", "height=3", "没有字段“height”"), ("site", "entries", "", "score=3x[", "没有字段"),
    ("site,subject,sex,class,paid,audit,room", "entries", "", "", "1–6 个"),
  ]

  @Test("PIV-02 a form that is written wrong is named with how it is written", arguments: wrong)
  func wrongForms(_ wrong: (rows: String, measures: String, pivots: String, condition: String, says: String))
    throws
  {
    let error = #expect(throws: WrongForm.self) {
      try StatisticsForm(
        rows: StatisticsForm.parts(of: wrong.rows), measures: StatisticsForm.parts(of: wrong.measures),
        pivots: wrong.pivots.isEmpty ? [] : StatisticsForm.parts(of: wrong.pivots),
        conditions: wrong.condition.isEmpty ? [] : [wrong.condition])
    }
    #expect(error?.wording.zh.contains(wrong.says) == true, "\(error?.wording.zh ?? "")")
    #expect(error?.wording.en.isEmpty == false)
  }

  @Test("PIV-02 bounds and intervals with edited numbers are read; a comma inside one parts nothing")
  func bounds() throws {
    let parts = StatisticsForm.parts(of: "entries, score[59.5,80) ,score>=0，mean:score")
    #expect(parts == ["entries", "score[59.5,80)", "score>=0", "mean:score"])
    let form = try StatisticsForm(rows: ["科目"], measures: parts)
    #expect(form.measures.map(\.text) == parts)
    #expect(form.measures.map(\.title.zh) == ["科目次数", "成绩[59.5,80)", "成绩≥0", "平均成绩"])
    #expect(form.rows == [.subject])
  }

  static let injections = [
    "site; DROP TABLE entry", "e.site", "r.name", "site--", "1", "*", "site' OR '1'='1", "(SELECT 1)", "Site",
    "site\u{0}", "document_number",
  ]

  @Test(
    "PIV-01 no text but a known name gets into a statement as a field or a measure", arguments: injections)
  func injectedNames(_ text: String) {
    #expect(throws: WrongForm.self) { try StatisticsForm(rows: [text], measures: ["entries"]) }
    #expect(throws: WrongForm.self) { try StatisticsForm(rows: ["site"], measures: [text]) }
    #expect(throws: WrongForm.self) {
      try StatisticsForm(rows: ["site"], measures: ["entries"], pivots: [text])
    }
    #expect(throws: WrongForm.self) {
      try StatisticsForm(rows: ["site"], measures: ["entries"], conditions: ["\(text)=1"])
    }
    #expect(throws: WrongForm.self) {
      try StatisticsForm(rows: ["site"], measures: ["score>=\(text)x", "score[\(text),2)"])
    }
  }

  @Test("PIV-01 a value is a parameter: of a coded field it must be a code, of any other it is only compared")
  func injectedValues() async throws {
    let world = StatisticsWorld(seed: 31, count: 20)
    let store = try await world.store()
    let office = store.office("root")
    func entries(_ condition: String) async throws -> Double? {
      let form = try StatisticsForm(rows: ["site"], measures: ["entries"], conditions: [condition])
      let table = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
      return table.figures(table.total)["entries"]
    }
    let texts = ["x' OR '1'='1", "'; DELETE FROM entry; --", "\\%", "$1", "_"]
    for text in texts {
      for field in ["class", "department", "room", "date", "batch", "site"] {
        #expect(try await entries("\(field)=\(text)") == 0, "\(field)=\(text)")
      }
      for field in ["sex", "subject", "level", "education", "paid", "audit", "result", "grade", "violation"] {
        await #expect(throws: WrongForm.self, "\(field)=\(text)") { try await entries("\(field)=\(text)") }
      }
    }
    for text in ["1; DROP TABLE score", "优'秀", ""] {
      await #expect(throws: WrongForm.self) {
        let form = try StatisticsForm(rows: ["site"], measures: ["rate:\(text)"])
        _ = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
      }
    }
    #expect(try await entries("site=99,98") == Double(world.pairs.count))
  }

  @Test("PIV-04 every preset that ships is made, and written as a workbook that reads back")
  func presets() async throws {
    let world = StatisticsWorld(seed: 32)
    let store = try await world.store()
    let office = store.office("root")
    let presets = try await office.statisticsPresets(sitting: SittingPlan.code)
    #expect(Set(presets.map(\.group)) == Set(StatisticsPreset.Group.allCases))
    for preset in presets {
      let table = try await office.generalStatistics(.preset(preset.name), sitting: SittingPlan.code)
      #expect(!table.rows.isEmpty, "\(preset.name)")
      let path = store.newPath(".xlsx")
      try office.write(table, to: path, language: .zh)
      let read = try SheetReading(path, sheet: preset.title).rows
      #expect(read[0] == table.columns.map(\.heading.zh))
      #expect(read[table.rows.count + 1][0] == "合计")
    }
  }

  @Test("PIV-04 a preset takes more conditions; a name that is none says which there are")
  func presetWithConditions() async throws {
    let world = StatisticsWorld(seed: 33)
    let office = try await world.store().office("root")
    let women = try await office.generalStatistics(
      .preset("entries-by-subject", conditions: ["sex=女"]), sitting: SittingPlan.code)
    let count = world.pairs.count { $0.person.sex == "2" }
    #expect(women.figures(women.total)["entries"] == Double(count))
    let error = await #expect(throws: WrongForm.self) {
      try await office.generalStatistics(.preset("pass-rate"), sitting: SittingPlan.code)
    }
    #expect(error?.wording.zh.contains("是不是“pass-rates”") == true)
  }

  @Test("PIV-01 as JSON a table has codes, below the names of fields and measures")
  func json() async throws {
    let world = StatisticsWorld(seed: 34)
    let office = try await world.store().office("root")
    let form = try StatisticsForm(rows: ["sex"], measures: ["entries"], pivots: ["subject"])
    let table = try await office.generalStatistics(.form(form), sitting: SittingPlan.code)
    let value = try JSONSerialization.jsonObject(with: JSONEncoder().encode(table)) as? [String: Any]
    let row = try #require((value?["rows"] as? [[String: Any]])?.first)
    let men = world.pairs.filter { $0.person.sex == "1" }
    #expect(row["sex"] as? String == "1")
    #expect(row["entries"] as? Int == men.count)
    #expect(row["entries[subject=42]"] as? Int == men.count { $0.entry.subject == "42" })
    #expect((value?["total"] as? [String: Any])?["entries"] as? Int == world.pairs.count)
    let lines = table.lines(in: .zh).map(\.text)
    #expect(lines[0].contains("(42)数据库工程师") && lines[2].hasPrefix("男"))
  }
}

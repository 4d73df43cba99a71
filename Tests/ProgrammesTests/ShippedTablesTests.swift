import ExamModel
import Programmes
import Tabular
import Testing

@Suite struct ShippedTablesTests {
  private func answer(_ table: String, _ text: String) throws -> CodeLookup.Answer {
    let programme = try Shipped.ncre.get()
    return try #require(programme.codes(of: table, sitting: 58)).find(text)
  }

  @Test(
    "coded cells are read by code, name, alias, both together, and with lost zeros",
    arguments: [
      ("document-type", "1", "1"), ("document-type", "居民身份证", "1"), ("document-type", "1-居民身份证", "1"),
      ("document-type", "(5)护照", "5"), ("document-type", "（5）护照", "5"), ("ethnicity", "1", "01"),
      ("ethnicity", "01", "01"), ("ethnicity", "汉", "01"), ("ethnicity", "汉族", "01"),
      ("ethnicity", "毛难", "36"),
      ("ethnicity", "毛难族", "36"), ("ethnicity", "崩龙", "46"), ("ethnicity", "基诺族", "56"),
      ("ethnicity", "97", "97"),
      ("ethnicity", "１", "01"), ("ethnicity", "01-汉族", "01"), ("ethnicity", "1-汉", "01"), ("sex", "男", "1"),
      ("education", "高中", "3"), ("education", "中专·职高·技校·高中", "3"), ("occupation", "公务员", "03"),
      ("subject", "(14)计算机基础及WPS Office应用", "14"), ("subject", "14-计算机基础及WPS Office应用", "14"),
      ("subject", "计算机基础及ＷＰＳ office应用", "14"), ("result", "-1", "-1"), ("result", "优秀", "3"),
      ("violation", "作弊", "3"), ("violation", "-8", "-8"), ("audit-result", "不通过", "2"),
      ("violation-kind", "缺考", "1"),
    ])
  func coded(table: String, text: String, code: String) throws {
    #expect(try answer(table, text) == .code(code))
  }

  @Test("a subject that the sitting does not examine is unknown in it")
  func versioned() throws {
    let programme = try Shipped.ncre.get()
    #expect(programme.codes(of: "subject", sitting: 59)?.find("26") == .unknown(near: nil))
    #expect(programme.codes(of: "subject", sitting: 58)?.find("26") == .code("26"))
  }

  @Test("all 56 ethnic groups are there, with and without 族")
  func ethnicities() throws {
    let table = try #require(try Shipped.ncre.get().tables["ethnicity"])
    #expect(table.title == "民族")
    #expect(table.items.map(\.code) == (1...56).map { $0 < 10 ? "0\($0)" : "\($0)" } + ["97", "98"])
    #expect(table.items.prefix(56).allSatisfy { $0.aliases.contains($0.name + "族") })
    #expect(Set(table.items.map(\.name)).count == 58)
  }

  @Test("ROS-04 levels of education have a rank")
  func ranks() throws {
    let tables = try Shipped.ncre.get().tables
    let ranks = tables["education"]?.items.map { tables.rank(of: $0.code, in: "education") }
    #expect(ranks == [6, 5, 4, 3, 2, 1, 0])
    #expect(tables.rank(of: "1", in: "sex") == nil)
  }

  @Test("IDN-01 region codes hold those of today, retired ones, and the test province")
  func regions() throws {
    let regions = try Shipped.ncre.get().tables.regions
    for code in [110_101, 440_308, 372_922, 510_225, 650_104, 810_000, 820_000, 830_000, 990_101, 999_999] {
      #expect(regions.contains(code), "\(code)")
    }
    for code in [0, 123_456, 100_000, 980_000, 110_199, 1_000_000, -1] {
      #expect(!regions.contains(code), "\(code)")
    }
  }
}

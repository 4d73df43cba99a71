import Testing

/// `kaowu stats general` as a caller meets it: statuses, words, output.
@Suite struct GeneralStatisticsTests {
  private static let call = ["stats", "general", "--sitting", "ncre-58"]

  private func registered() async throws -> CommandFixture {
    let fixture = try await CommandFixture.loaded()
    try CandidateWorkbook(4).write("good.xlsx", in: fixture)
    #expect(try await fixture.importWorkbook("good.xlsx").status == 0)
    return fixture
  }

  @Test(
    "PIV-02 a wrong form exits 2 with how it is written, before any store is opened",
    arguments: [
      (["--rows", "shoe", "--measures", "entries"], "没有字段“shoe”"),
      (["--rows", "site", "--measures", "score>60"], "score>=60"),
      (["--rows", "site", "--measures", "entries", "--pivot", "sex,class,paid"], "最多配 2 个列字段"),
      (["--rows", "site", "--measures", "entries", "--where", "sex"], "字段=值"),
      (["--rows", "site; DROP TABLE entry", "--measures", "entries"], "没有字段"),
      (["--rows", "site"], "--rows 和 --measures"), (["--list", "--preset", "rooms"], "--list"),
      (["--preset", "rooms", "--rows", "site"], "--preset"), ([String](), "--preset"),
    ])
  func wrong(_ arguments: [String], _ words: String) async throws {
    let run = try await CommandFixture().run(Self.call + arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("PIV-01 a value that the programme does not have, and PIV-04 a preset that is none, exit 2")
  func unknown() async throws {
    let fixture = try await registered()
    for arguments in [
      ["--rows", "site", "--measures", "entries", "--where", "sex=1' OR '1'='1"],
      ["--rows", "site", "--measures", "rate:好"], ["--preset", "nonsense"],
    ] {
      let run = try await fixture.run(Self.call + arguments)
      #expect(run.status == 2, "\(run.screen)")
      #expect(run.output.isEmpty && run.errors.contains("可用的有"))
    }
    let whole = try await fixture.run(Self.call + ["--rows", "site", "--measures", "candidates", "--json"])
    #expect(whole.output.contains("\"total\":{\"candidates\":4}"))
  }

  @Test("PIV-01 a table on the screen, in a workbook and as JSON; with --lang en in English")
  func shown() async throws {
    let fixture = try await registered()
    let table = ["--rows", "sex", "--measures", "candidates", "--pivot", "subject"]
    let chinese = try await fixture.run(Self.call + table + ["-o", fixture.path("男女.xlsx")])
    #expect(chinese.status == 0)
    #expect(chinese.output.contains("性别") && chinese.output.contains("已写入"))
    let sheet = try await fixture.run(["inspect", fixture.path("男女.xlsx"), "--csv"])
    #expect(sheet.output.hasPrefix("性别,"))
    let english = try await fixture.run(Self.call + table + ["--lang", "en"])
    #expect(english.output.hasPrefix("sex"))
  }

  @Test("PIV-04 --list names the presets of the programme")
  func presets() async throws {
    let fixture = try await registered()
    let run = try await fixture.run(Self.call + ["--list"])
    #expect(run.status == 0)
    #expect(run.output.contains("pass-rates") && run.output.contains("各科及格率和平均分"))
    #expect(try await fixture.run(Self.call + ["--list", "--json"]).keys("items").contains("measures"))
  }

  @Test("ORG-02 outside the scope a statistic exits 0 and is empty")
  func scope() async throws {
    let fixture = try await registered()
    let run = try await fixture.run(
      Self.call + [
        "--rows", "site", "--measures", "entries", "--site", "990701", "--as", "site990702", "--json",
      ])
    #expect(run.status == 0)
    #expect(run.output == "{\"rows\":[],\"total\":{\"entries\":0}}\n")
  }
}

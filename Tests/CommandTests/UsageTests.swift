import Testing

/// Wrong calls, help and languages.
@Suite struct UsageTests {
  /// A wrong call, and what the message must name in Chinese and in English.
  static let wrongCalls: [(call: [String], zh: String, en: String)] = [
    (["bogus"], "没有命令“bogus”。可用的有：accounts", "no command “bogus”"),
    (["sitting", "list", "--bogus"], "没有选项 --bogus", "Unknown option '--bogus'"),
    (["sitting", "list", "--lnag", "en"], "是不是 --lang", "Did you mean '--lang'"),
    (
      ["import", "registrations", "a.xlsx", "--sitting", "ncre-58"], "缺少 --site",
      "Missing expected argument '--site"
    ),
    (["import", "nonsense", "a.xlsx"] + CommandFixture.place, "没有种类“nonsense”", "no kind “nonsense”"),
    (
      ["template", "nonsense", "-o", "a.xlsx"] + CommandFixture.place, "没有种类“nonsense”", "no kind “nonsense”"
    ),
    (["export", "nonsense", "-o", "a"] + CommandFixture.place, "没有种类“nonsense”", "no kind “nonsense”"),
    (
      ["export", "scores", "-o", "a", "--format", "doc"] + CommandFixture.place, "'dbf', 'csv' 或 'xlsx'",
      "'xlsx'"
    ),
    (
      ["windows", "extend", "--window", "registration", "--until", "soon"] + CommandFixture.place,
      "“soon”不是时间", "“soon” is no time"
    ),
    (["organisations", "edit"] + CommandFixture.place, "--name 或 --address", "--name or --address"),
    (["jobs", "show", "first"], "“first”不能用作 <job>", "'first' is invalid"),
    (["jobs", "show"], "缺少 <job>", "Missing expected argument '<job>'"),
    (["inspect", "a.csv", "--rows"], "--rows <rows> 后面没有写值", "Missing value for '--rows"),
    (["inspect", "a.csv", "--rows=-1"], "--rows 应为 0 或更大", "--rows is 0 or more"),
    (["inspect", "a.csv", "--csv", "--json"], "只能选一个", "either --csv or --json"),
    (["init", "--now", "yesterday"], "“yesterday”不是时间", "“yesterday” is no time"),
    (["explain", "idn-99"], "相近的有：IDN-01", "Near ones: IDN-01"),
    (["programme", "show", "nonsense"], "没有考试项目“nonsense”", "no programme “nonsense”"),
  ]

  @Test(
    "a wrong call says in Chinese what is wrong, in English with --lang en, and exits 2",
    arguments: wrongCalls)
  func wrong(_ wrong: (call: [String], zh: String, en: String)) async throws {
    let fixture = try CommandFixture()
    let chinese = try await fixture.run(wrong.call)
    #expect(chinese.status == 2)
    #expect(chinese.output.isEmpty)
    #expect(chinese.errors.contains(wrong.zh), "\(chinese.errors)")
    #expect(!chinese.errors.contains("Error:"))
    let english = try await fixture.run(wrong.call + ["--lang", "en"])
    #expect(english.status == 2)
    #expect(english.errors.contains(wrong.en), "\(english.errors)")
    #expect(!english.errors.contains("命令写法不对"))
  }

  @Test("an unknown language and an unknown field of candidates name those that there are, status 2")
  func unknownNames() async throws {
    let fixture = try await CommandFixture.loaded()
    let language = try await fixture.run(["sitting", "list", "--lang", "fr"])
    #expect(language.status == 2)
    #expect(language.errors.contains("zh en"))
    let list = ["candidates", "list"] + CommandFixture.place
    for condition in ["shoesize=43", "locked"] {
      let run = try await fixture.run(list + ["--where", condition])
      #expect(run.status == 2)
      #expect(run.errors.contains("locked"))
    }
  }

  @Test(
    "LANG=en… speaks English; --lang zh wins over it; any other LANG speaks Chinese",
    arguments: [
      ("en_US.UTF-8", [String](), "There is no job"), ("en_GB", [], "There is no job"),
      ("en_US.UTF-8", ["--lang", "zh"], "没有任务"), ("zh_CN.UTF-8", [], "没有任务"), ("C", [], "没有任务"),
      ("C", ["--lang=en"], "There is no job"),
    ])
  func language(_ locale: String, _ options: [String], _ expected: String) async throws {
    let fixture = try CommandFixture()
    _ = try await fixture.run(["init"])
    let run = try await fixture.run(["jobs", "show", "1"] + options, environment: ["LANG": locale])
    #expect(run.status == 4)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  static let commands: [[String]] = [
    [], ["init"], ["sitting"], ["sitting", "load"], ["sitting", "list"], ["sitting", "show"],
    ["sitting", "close"], ["sitting", "copy"], ["windows"], ["windows", "list"], ["windows", "extend"],
    ["organisations"], ["organisations", "list"], ["organisations", "edit"], ["organisations", "audit"],
    ["users"], ["users", "list"], ["users", "add"], ["users", "change"], ["users", "delete"], ["accounts"],
    ["accounts", "list"], ["accounts", "add"], ["accounts", "change"], ["accounts", "delete"],
    ["accounts", "copy"], ["import"], ["template"], ["inspect"], ["jobs"], ["jobs", "list"],
    ["jobs", "show"],
    ["jobs", "report"], ["programme"], ["programme", "list"], ["programme", "show"], ["programme", "check"],
    ["explain"], ["doctor"], ["candidates"], ["candidates", "list"], ["candidates", "lock"],
    ["candidates", "unlock"], ["arrange"], ["arrange", "run"], ["arrange", "clear"], ["arrange", "show"],
    ["tickets"], ["tickets", "number"], ["export"], ["packages"], ["packages", "list"], ["stats"],
    ["stats", "scores"], ["stats", "capacity"], ["stats", "registration"], ["stats", "payment"],
    ["stats", "candidates"], ["stats", "arrangement"], ["stats", "rooms"], ["stats", "downloads"],
    ["stats", "violations"], ["stats", "general"],
  ]

  @Test(
    "--help shows an example and, where there is something to run, the global options", arguments: commands)
  func help(_ command: [String]) async throws {
    let run = try await CommandFixture().run(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("例 / example:\n"))
    #expect(run.output.contains("kaowu " + command.joined(separator: " ")))
    if !run.output.contains("SUBCOMMANDS:") || command.isEmpty {
      for option in ["--store", "--lang", "--json", "--quiet", "--as", "--now"] {
        #expect(run.output.contains(option))
      }
    }
  }

  @Test("--version names the program and its version; without a command the overview is shown")
  func version() async throws {
    let fixture = try CommandFixture()
    let version = try await fixture.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: #/kaowu \d+\.\d+\.\d+\n/#) != nil)
    for call in [[], ["--lang", "en"], ["--json"]] {
      let overview = try await fixture.run(call)
      #expect(overview.status == 0)
      #expect(overview.output.contains("SUBCOMMANDS:"))
    }
  }
}

import Files
import Foundation
import Programmes
import Tabular
import Testing

/// A change to the sample definition and the finding that it must give.
struct Fault: Sendable, CustomTestStringConvertible {
  var file: String
  var old: String
  var new: String
  var code: String
  var about: String

  init(_ file: String, _ old: String, _ new: String, _ code: String, _ about: String) {
    (self.file, self.old, self.new, self.code, self.about) = (file, old, new, code, about)
  }

  var testDescription: String { "\(file): \(new)" }
}

@Suite struct DefinitionFaultTests {
  static let faults = [
    Fault("programme.yaml", "ages:", "age:", "DEF.key", "age"),
    Fault("programme.yaml", "tolerance: 2", "tolerence: 2", "DEF.key", "tolerence"),
    Fault("programme.yaml", "id: flower-arts", "id: other", "DEF.value", "other"),
    Fault(
      "programme.yaml", "documents:", "stations: {approvedBy: roof}\ndocuments:", "DEF.value",
      "centre, school"),
    Fault("programme.yaml", "documents:", "roomKinds: {oral: \"1\"}\ndocuments:", "DEF.key", "oral"),
    Fault("programme.yaml", "documents:", "roomKinds: {written: \"9\"}\ndocuments:", "DEF.value", "9"),
    Fault("programme.yaml", "name: 插花艺术等级考试", "", "DEF.missing", "name"),
    Fault("programme.yaml", "codeLength: 5", "codeLength: 3", "DEF.value", "codeLength"),
    Fault("programme.yaml", "codeLength: 5", "codeLength: five", "DEF.kind", "codeLength"),
    Fault("programme.yaml", "\"5\"]", "\"8\"]", "DEF.value", "8"),
    Fault("programme.yaml", "least: 10, most: 99", "least: 10, most: 9", "DEF.value", "9"),
    Fault("programme.yaml", "[jpeg, png]", "[jpg]", "DEF.value", "jpg"),
    Fault("programme.yaml", "[red]", "red", "DEF.kind", "backgrounds"),
    Fault("programme.yaml", "[red]", "[reed]", "DEF.value", "reed"),
    Fault("programme.yaml", "share: 70", "share: 170", "DEF.value", "170"),
    Fault("programme.yaml", "share: 70", "part: 70", "DEF.key", "part"),
    Fault("programme.yaml", "least: 40, most: 60", "least: 40, most: 30", "DEF.value", "30"),
    Fault("programme.yaml", "{seat:5}", "{seat:25}", "DEF.pattern", "{seat:25}"),
    Fault("programme.yaml", "{seat:5}", "{chair:5}", "DEF.reference", "chair"),
    Fault("programme.yaml", "F{subject:3}", "F{subject:2}", "DEF.width", "{subject}"),
    Fault("programme.yaml", "{site:5}", "{site:6}", "DEF.width", "{site}"),
    Fault("programme.yaml", "most: 150", "most: 0", "DEF.value", "most"),
    Fault(
      "programme.yaml", "standing: failed, from: 0", "standing: failed, from: 1", "DEF.missing", "from: 0"),
    Fault("programme.yaml", "standing: absent", "standing: away", "DEF.value", "away"),
    Fault("programme.yaml", "violation: \"1\"", "violation: \"3\"", "DEF.value", "3"),
    Fault("programme.yaml", "code: -1", "code: 0", "DEF.doubled", "0"),
    Fault("programme.yaml", "levels: [B]", "levels: [C]", "DEF.reference", "C"),
    Fault("programme.yaml", "ROS: [LIL]", "ROS: [TUL]", "DEF.reference", "TUL"),
    Fault("programme.yaml", "25.5", "much", "DEF.kind", "least"),
    Fault("statistics/halls.yaml", "rows: [site]", "rows: [hall]", "DEF.statistic", "hall"),
    Fault("statistics/halls.yaml", "score>=90", "score>90", "DEF.statistic", "两位小数"),
    Fault("statistics/halls.yaml", "rate:过", "rate:好", "DEF.statistic", "好"),
    Fault("statistics/halls.yaml", "pivot: [sex]", "pivot: [sex, level]", "DEF.statistic", "列字段"),
    Fault("statistics/halls.yaml", "subject=LIL", "subject=TUL", "DEF.statistic", "TUL"),
    Fault("statistics/halls.yaml", "group: other", "group: some", "DEF.value", "some"),
    Fault("statistics/halls.yaml", "group: other", "", "DEF.missing", "group"),
    Fault("statistics/halls.yaml", "title: 花厅", "titel: 花厅", "DEF.key", "titel"),
    Fault("subjects.csv", "玫瑰", "", "DEF.missing", "name"),
    Fault("subjects.csv", "B,60,10,", "B,60,9,", "DEF.doubled", "LIL"),
    Fault("subjects.csv", "玫瑰,A,45,,", "玫瑰,A,45,", "DEF.row", "5"),
    Fault("subjects.csv", "45,3,9", "45,9,3", "DEF.value", "to"),
    Fault("subjects.csv", "A,45", "A,long", "DEF.value", "long"),
    Fault("subjects.csv", "minutes", "length", "DEF.missing", "minutes"),
    Fault("registrations.yaml", "type: name", "type: person", "DEF.value", "person"),
    Fault("registrations.yaml", "table: subject", "table: flower", "DEF.table", "flower"),
    Fault("registrations.yaml", ", table: subject", "", "DEF.tableNeeded", "科目"),
    Fault("registrations.yaml", "heading: 科目", "heading: 姓名*", "DEF.doubled", "姓名"),
    Fault("registrations.yaml", "field: sex", "field: name", "DEF.doubled", "name"),
    Fault("registrations.yaml", "heading: 科目, ", "", "DEF.missing", "heading"),
    Fault("registrations.yaml", "required: true", "required: yes", "DEF.kind", "required"),
    Fault("registrations.yaml", "sample: 女", "sample: 妇", "DEF.sample", "妇"),
    Fault("registrations.yaml", "type: name", "replaces: [subject9]", "DEF.reference", "subject9"),
    Fault("walk-in.yaml", "base: registrations", "base: walk-in", "DEF.reference", "walk-in"),
    Fault("machine-test.yaml", "source: name", "source: nickname", "DEF.value", "nickname"),
    Fault("machine-test.yaml", "field: NUM", "field: num", "DEF.value", "num"),
    Fault("machine-test.yaml", "field: NUM", "field: ABCDEFGHIJK", "DEF.value", "ABCDEFGHIJK"),
    Fault("machine-test.yaml", "field: NAME", "field: NUM", "DEF.doubled", "NUM"),
    Fault("machine-test.yaml", "width: 14", "width: 13", "DEF.width", "13"),
    Fault("machine-test.yaml", ", width: 14", "", "DEF.missing", "width"),
    Fault("machine-test.yaml", "width: 5, decimals: 1", "width: 5, decimals: 4", "DEF.width", "6"),
    Fault("machine-test.yaml", "width: 5, decimals: 1", "width: 20", "DEF.width", "20"),
    Fault("machine-test.yaml", "forms: [dbf]", "", "DEF.missing", "forms"),
    Fault("sex.csv", "2,女,女士", "2,女,男", "DEF.doubled", "男"),
    Fault("sex.csv", "2,女,女士", "1,女,女士", "DEF.doubled", "1"),
    Fault("sex.csv", "# 性别\n", "", "DEF.missing", "# title"),
    Fault("sex.csv", "aliases", "aliases,rank", "DEF.row", "4"),
    Fault("regions.csv", "110101,110119", "110119,110101", "DEF.value", "110119,110101"),
  ]

  @Test("every fault of a definition gives its finding", arguments: faults)
  func fault(_ fault: Fault) throws {
    var definition = SampleDefinition()
    let before = definition.files
    definition.replace(fault.old, with: fault.new, in: fault.file)
    #expect(definition.files != before, "the fault changes nothing")
    let folder = try definition.write()
    let findings = try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts")
    let matching = findings.filter { finding in
      finding.code == fault.code && finding.arguments.contains { $0.contains(fault.about) }
    }
    #expect(!matching.isEmpty, "\(findings)")
    for finding in matching {
      #expect(finding.place.sheet?.hasSuffix(fault.file) == true)
      #expect(finding.place.row != nil)
    }
    let error = #expect(throws: FileError.self) {
      try ProgrammeLibrary(folder: folder.url.path).programme("flower-arts")
    }
    #expect(error?.code == .damaged)
  }

  @Test("the sample definition itself has no findings")
  func clean() throws {
    let folder = try SampleDefinition().write()
    #expect(try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts") == [])
  }

  @Test("all faults of a definition are found in one run, each with its line")
  func together() throws {
    var definition = SampleDefinition()
    definition.replace("ages:", with: "age:", in: "programme.yaml")
    definition.replace("type: phone", with: "type: phne", in: "walk-in.yaml")
    definition.replace("玫瑰", with: "", in: "subjects.csv")
    let folder = try definition.write()
    let findings = try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts")
    let places = Set(findings.map { "\($0.place.sheet ?? "?"):\($0.place.row ?? 0)" })
    #expect(places == ["programme.yaml:8", "imports/walk-in.yaml:4", "subjects.csv:2"])
    #expect(findings.compactMap(\.suggestion).sorted() == ["ages", "phone"])
  }

  @Test("messages say where, what and what to do, in both languages")
  func messages() throws {
    var definition = SampleDefinition()
    definition.replace("table: subject", with: "table: subjcet", in: "registrations.yaml")
    let folder = try definition.write()
    let finding = try #require(
      try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts").first)
    let english = ProgrammeCheck.message(finding, in: .en)
    #expect(
      english.hasPrefix("imports/registrations.yaml:5: There is no code table “subjcet”. There are: subject"))
    #expect(ProgrammeCheck.message(finding, in: .zh).contains("没有名为“subjcet”的码表"))
    for fault in Self.faults where fault.code == "DEF.width" {
      var definition = SampleDefinition()
      definition.replace(fault.old, with: fault.new, in: fault.file)
      let folder = try definition.write()
      for finding in try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts") {
        for language in Language.allCases {
          let message = ProgrammeCheck.message(finding, in: language)
          #expect(!message.contains("{0}") && !message.contains("{1}") && !message.contains("{2}"))
        }
      }
    }
  }

  @Test(
    "OPS-04 what is no YAML is refused with its file and line",
    arguments: [
      ("documents: [", "programme.yaml, line"), ("\tdocuments:", "programme.yaml, line 7"),
      ("id: again\ndocuments:", "programme.yaml, line"),
    ])
  func syntax(text: String, place: String) throws {
    var definition = SampleDefinition()
    definition.replace("documents:", with: text, in: "programme.yaml")
    let folder = try definition.write()
    let error = #expect(throws: FileError.self) {
      try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts")
    }
    #expect(error?.code == .damaged)
    #expect(error?.place?.hasPrefix(place) == true, "\(error?.place ?? "nil")")
  }

  @Test("OPS-04 every prefix of a definition is read or refused, and never traps")
  func prefixes() throws {
    let definition = SampleDefinition()
    let path = "Programmes/flower-arts/programme.yaml"
    let text = try #require(definition.files[path])
    for length in stride(from: 0, to: text.count, by: 23) {
      var cut = definition
      cut.files[path] = String(text.prefix(length))
      let folder = try cut.write()
      do throws(FileError) {
        let findings = try ProgrammeCheck.findings(folder: folder.url.path + "/Programmes/flower-arts")
        #expect(!findings.isEmpty || text.prefix(length).contains("ages"), "\(length)")
      } catch {
        #expect([.damaged, .empty].contains(error.code))
      }
    }
  }

  @Test("a folder without a definition is refused")
  func missing() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) { try ProgrammeCheck.findings(folder: folder.url.path) }
    #expect(error?.code == .unreadable)
  }
}

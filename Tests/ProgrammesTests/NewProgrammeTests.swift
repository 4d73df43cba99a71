import ExamModel
import Files
import Foundation
import Programmes
import Tabular
import Testing

/// One folder is one programme: a definition that no Swift has heard of works whole.
@Suite struct NewProgrammeTests {
  private func load() throws -> Programme {
    let folder = try SampleDefinition().write()
    return try ProgrammeLibrary(folder: folder.url.path).programme("flower-arts")
  }

  @Test("a folder makes a programme")
  func whole() throws {
    let programme = try load()
    #expect(programme.name == "插花艺术等级考试")
    #expect(programme.levels.codeLengths == [3, 5])
    #expect(programme.levels.parent(of: "12345") == "123")
    #expect(programme.ages == 10...99)
    #expect(programme.photo?.formats == [.jpeg, .png])
    #expect(programme.photo?.backgrounds == [.red])
    // What the definition does not say of portraits is as usual.
    var portrait = PortraitRule()
    (portrait.faceHeight, portrait.faceMiddle, portrait.backgroundShare) = (30...65, 40...60, 70)
    #expect(programme.photo?.portrait == portrait && portrait != PortraitRule())
    #expect(programme.regions.contains(110_105))
    #expect(programme.regions.contains(990_000))
    #expect(!programme.regions.contains(990_001))
  }

  @Test("its subjects, documents and results are its own")
  func codes() throws {
    let programme = try load()
    #expect(programme.subject("LIL", inSitting: 9)?.minutes == 45)
    #expect(programme.subject("LIL", inSitting: 10)?.minutes == 60)
    #expect(programme.subject("LIL", inSitting: 2) == nil)
    #expect(programme.codes(of: "subject", sitting: 10)?.find("新百合") == .code("LIL"))
    #expect(programme.codes(of: "document-type", sitting: 1)?.find("护照") == .code("5"))
    #expect(programme.codes(of: "document-type", sitting: 1)?.find("7") == .unknown(near: nil))
    #expect(programme.codes(of: "result", sitting: 1)?.find("缺") == .code("-1"))
    #expect(programme.codes(of: "fruit", sitting: 1) == nil)
  }

  @Test("its tickets and scores follow its own rules")
  func rules() throws {
    let programme = try load()
    let values = ["subject": "ROS", "site": "12345", "seat": "7"]
    #expect(try programme.ticket?.make { values[$0] } == "FROS1234500007")
    let rules = try #require(programme.scores)
    #expect(rules.judge(.init(subject: "ROS", score: Hundredths("149.5"))).result == 1)
    #expect(rules.judge(.init(subject: "ROS", score: Hundredths("89.9"))).result == 0)
    #expect(rules.judge(.init(subject: "ROS", score: Hundredths("89.95"))).faults == [.decimals(most: 1)])
    let part = try #require(Hundredths("25.4"))
    #expect(rules.judge(.init(subject: "LIL", score: Hundredths("120"), parts: ["vase": part])).result == 0)
  }

  @Test("a layout with a base has its columns, its own in their place")
  func base() throws {
    let layout = try #require(try load().layouts["walk-in"])
    #expect(layout.columns.map(\.heading) == ["姓名", "性别代码", "科目", "电话"])
    #expect(layout.columns[1].isRequired)
  }

  @Test("an unknown programme is refused with the names of those there are")
  func unknown() throws {
    let folder = try SampleDefinition().write()
    let library = ProgrammeLibrary(folder: folder.url.path)
    let error = #expect(throws: FileError.self) { try library.programme("flower") }
    #expect(error?.code == .missing)
    #expect(error?.wording.en.contains("flower-arts") == true)
    #expect(throws: FileError.self) { try library.programme("../Programmes/flower-arts") }
  }

  @Test("no Swift file knows a programme by its name; comments and examples in help texts may cite one")
  func neutral() throws {
    let folder = Shipped.root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    // The name at the beginning of a text, or as a member: what a condition on it would look like.
    let forms = try Shipped.library.identifiers().flatMap { ["\"\($0)\"", "\"\($0)-", ".\($0)"] }
    var count = 0
    for case let path as String in files where path.hasSuffix(".swift") {
      count += 1
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        for form in forms where code.contains(form) {
          #expect(isMaker(path), "\(path):\(index + 1) holds \(form)")
        }
      }
    }
    #expect(count > 50)
  }

  /// What makes samples, or data to measure with, makes them for one programme by name, and may.
  private func isMaker(_ path: String) -> Bool {
    path.hasPrefix("sample-maker/") || path.hasPrefix("kaowu-bench/")
  }
}

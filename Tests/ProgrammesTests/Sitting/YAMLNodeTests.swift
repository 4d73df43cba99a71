import Tabular
import Testing

@testable import Programmes

@Suite("YAML documents")
struct YAMLNodeTests {
  /// The error of reading a text; nil where it is read.
  private func error(_ text: String) -> FileError? {
    error(Array(text.utf8))
  }

  private func error(_ bytes: [UInt8], as kind: YAMLFileKind = .sitting) -> FileError? {
    do throws(FileError) {
      _ = try DocumentNode.parse(bytes, as: kind)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "what is no YAML is damaged, with its line",
    arguments: [
      ("a: 1\nb: [1, 2\nc: 3\n", "line 3"), ("a: 1\n  b: 2\n", "line 2"), ("a: \"open\n", "line 2"),
      ("a: 1\nb: 2\na: 3\n", "line 1"), ("a: 1\n---\nb: 2\n", "line 2"), ("a: 1\nb: *none\n", "line 2"),
      ("a: 1\r\nb: \u{1}\r\n", "line 2"),
    ])
  func damaged(text: String, place: String) {
    let error = error(text)
    #expect(error?.code == .damaged)
    #expect(error?.place == place)
  }

  @Test("a file without content is empty", arguments: ["", "\n\n", "# nur ein Satz\n", "\u{FEFF}"])
  func empty(text: String) {
    #expect(error(text)?.code == .empty)
  }

  @Test("text that is not UTF-8 is of the wrong kind")
  func encoding() {
    // 考次 in GB 18030.
    #expect(error(Array("name: ".utf8) + [0xBF, 0xBC, 0xB4, 0xCE])?.code == .wrongKind)
    #expect(error([0xFF, 0xFE, 0x61, 0x00])?.code == .wrongKind)
  }

  @Test("anchors and aliases are refused, with the line of the first")
  func anchors() {
    #expect(error("a: 1\nb: &x [1]\nc: *x\n")?.code == .hostile)
    #expect(error("a: 1\nb: &x [1]\nc: *x\n")?.place == "line 2")
    #expect(error("a: &x 1\n")?.code == .hostile)
    #expect(error("&x a: 1\n")?.code == .unsupported)
  }

  @Test(
    "a message calls the file what it is: a sitting file, or a file of a programme's definition",
    arguments: [
      "a: &x 1\n", String(repeating: "*a ? ", count: 20), String(repeating: "x", count: 4 << 20) + "y",
    ])
  func names(text: String) throws {
    let sitting = try #require(error(Array(text.utf8), as: .sitting))
    #expect(sitting.message(in: .zh).contains("考次文件") && sitting.message(in: .en).contains("sitting file"))
    let definition = try #require(error(Array(text.utf8), as: .definition))
    #expect(definition.code == sitting.code && !definition.message(in: .zh).contains("考次"))
    #expect(
      definition.message(in: .zh).contains("项目定义文件") && !definition.message(in: .en).contains("sitting"))
  }

  @Test("aliases that double with every level are refused before anything is built from them")
  func bomb() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a40\n: 1\n"
    #expect(error(text)?.code == .hostile)
  }

  @Test("a few stars and question marks in texts and comments do no harm")
  func starsInTexts() throws {
    let text = "# what? *this* and *that*\na: \"*x? *y\"\nb: 2*3\n"
    #expect(YAMLBounds.suspects(in: Array(text.utf8)) == 4)
    #expect(error(text) == nil)
  }

  @Test(
    "many lists as keys are refused, however they are written",
    arguments: ["[a]: 1", "[a] : 1", "? [a]\n: 1", "{a: b}: 1"])
  func complexKeys(entry: String) {
    #expect(error(entry)?.code == .unsupported)
    #expect(
      error((0..<20).map { "k\($0):\n  \(entry.replacing("\n", with: "\n  "))\n" }.joined())?.code == .hostile
    )
  }

  @Test("64 levels are read, 65 and 100 000 refused")
  func depth() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(error(nested(63).replacing("[]", with: "[x]")) == nil)
    #expect(error(nested(65))?.code == .hostile)
    // Deeper still the parser itself refuses.
    #expect(error(nested(100_000))?.code == .damaged)
    #expect(error(String(repeating: "[", count: 100_000))?.code == .damaged)
    #expect(error(String(repeating: "- ", count: 100_000))?.code == .damaged)
  }

  @Test("4 MiB are read, a byte more is too large")
  func size() {
    let head = Array("a: 1\n#".utf8)
    let most = head + [UInt8](repeating: UInt8(ascii: "x"), count: YAMLBounds.mostBytes - head.count)
    #expect(error(most) == nil)
    #expect(error(most + [UInt8(ascii: "x")])?.code == .tooLarge)
  }

  @Test("a key has at most 128 bytes")
  func longKey() {
    #expect(error(String(repeating: "x", count: 128) + ": 1\n") == nil)
    #expect(error("a:\n  " + String(repeating: "x", count: 129) + ": 1\n")?.code == .hostile)
    #expect(error("a:\n  " + String(repeating: "x", count: 129) + ": 1\n")?.place == "line 2")
  }

  @Test("lines of keys and values count from 1, a byte order mark aside")
  func lines() throws {
    let node = try DocumentNode.parse(Array("\u{FEFF}# note\na:\n  - x\n  - ~\n".utf8), as: .sitting)
    guard case .mapping(let pairs) = node.content, case .list(let items) = pairs[0].value.content else {
      Issue.record("not a mapping with a list")
      return
    }
    #expect(pairs[0].line == 2)
    #expect(items.map(\.line) == [3, 4])
    #expect(items.map(\.isSomething) == [true, false])
  }

  @Test("a document that is cut off anywhere never traps", arguments: 0..<4)
  func prefixes(start: Int) {
    let bytes = Array(SittingSample.text.utf8)
    for end in stride(from: start, to: bytes.count, by: 16) {
      if let document = try? SittingFile.read(Array(bytes[..<end])) {
        _ = SittingCheck.findings(in: document, programme: SittingSample.programme)
      }
    }
  }
}

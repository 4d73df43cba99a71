import Testing

/// What no file holds. This folder names the words, so it is left out.
@Suite("Words that are not written")
struct ForbiddenTextTests {
  private static let written = Repository.written.filter { !$0.path.hasPrefix("Tests/RepositoryTests/") }

  @Test(
    "no escape hatches and no unfinished work",
    arguments: [
      "try!", "fatalError(", "as! ", "TO" + "DO", "FIX" + "ME", "XMLParser", "swift-format-ignore",
    ])
  func escapeHatches(_ word: String) {
    #expect(Self.places(of: word) { $0.path.hasSuffix(".swift") } == [])
  }

  @Test(
    "no paths of one person's machine", arguments: ["/home/", "/root/", "/work/", "/Users/", "\\Users\\"])
  func machinePaths(_ path: String) {
    #expect(Self.places(of: path) { _ in true } == [])
  }

  /// Foundation's pipes stay open in whatever is started meanwhile, and their readers wait for the end of that, too.
  @Test("other programs are started in one way", arguments: ["= Process()", " Process.run(", "= Pipe()"])
  func otherPrograms(_ word: String) {
    #expect(Self.places(of: word) { $0.path.hasSuffix(".swift") } == [])
  }

  private static func places(of word: String, where isMeant: (ProjectFile) -> Bool) -> [String] {
    written.filter { isMeant($0) && $0.text.contains(word) }.flatMap { file in
      file.places { $0.contains(word) }
    }
  }

  @Test("no Swift knows an examination programme by its name")
  func programmes() throws {
    let identifiers = Repository.folders(in: "Templates/Programmes")
    try #require(identifiers.contains("ncre"))
    let files = Repository.sources.filter { !["sample-maker", "kaowu-bench"].contains($0.target) }
    let places = files.flatMap { file in
      file.places { line in
        guard identifiers.contains(where: line.lowercased().contains) else { return false }
        // Comments name where a rule comes from, and the calls shown as examples name a sitting.
        return !trimmed(line).hasPrefix("///") && !trimmed(line).hasPrefix("//") && !line.contains("kaowu ")
      }
    }
    #expect(places == [])
  }
}

import Testing

@Suite("Names of files and types")
struct NameTests {
  private static let empty = ["Util", "Helper", "Common", "Manager", "Misc"]

  @Test("no file and no type has a name that says nothing", arguments: empty)
  func emptyNames(_ word: String) {
    let files = Repository.swift.filter { $0.name.contains(word) }.map(\.path)
    #expect(files == [])
    let types = Repository.swift.flatMap { file in
      file.declaredTypes.filter { $0.contains(word) }.map { "\(file.path): \($0)" }
    }
    #expect(types == [])
  }

  @Test("a module never shares its name with a type")
  func modules() {
    let modules = Set(Repository.sources.map(\.target))
    let types = Repository.sources.flatMap { file in
      file.declaredTypes.filter(modules.contains).map { "\(file.path): \($0)" }
    }
    #expect(types == [])
  }

  @Test(
    "a file that is listed by its name declares the type of that name",
    arguments: ["Imports/Kinds", "Imports/Rules", "Exports/Kinds", "kaowu/Commands"])
  func listed(_ folder: String) {
    let files = Repository.files(in: "Sources/\(folder)", extensions: ["swift"])
    #expect(!files.isEmpty)
    #expect(files.filter { !$0.declaredTypes.contains($0.name) }.map(\.path) == [])
  }

  @Test(
    "every command says its name; one made of the type's name is asked of the runtime each time the program starts"
  )
  func commands() {
    let nameless = Repository.sources.filter { $0.path.hasPrefix("Sources/kaowu/") }.flatMap { file in
      file.text.split(separator: "CommandConfiguration(").dropFirst()
        .filter { !$0.drop { $0.isWhitespace }.hasPrefix("commandName:") }.map { _ in file.path }
    }
    #expect(nameless == [])
  }
}

import Testing

@Suite("The ladder of targets")
struct LadderTests {
  private static let groups = ProjectFile.groups.flatMap { Repository.folders(in: "Sources/\($0)") }
  private static let targets = Set(Repository.folders(in: "Sources") + groups).subtracting(ProjectFile.groups)
  private static let modules = Set(Repository.folders(in: "Sources/System"))

  private let ladder: Ladder

  init() throws {
    let package = try #require(Repository.file("Package.swift"))
    let picture = package.lines.drop { !$0.hasPrefix("// The ladder") }.prefix { $0.hasPrefix("//") }
    ladder = Ladder(picture: picture, targets: Self.targets.subtracting(Self.modules))
  }

  @Test("every target stands in the picture of Package.swift, once")
  func picture() {
    #expect(Set(ladder.rungs.keys) == Self.targets.subtracting(Self.modules))
    #expect(ladder.repeated.isEmpty)
  }

  @Test("a target imports only targets of lower rungs")
  func lowerRungs() {
    #expect(Repository.sources.flatMap(ladder.violations).isEmpty)
  }

  @Test("an import of the same or a higher rung is found")
  func violations() {
    let ladder = Ladder(
      picture: ["//   1  A   first", "//   2  B   over the first", "//      C"],
      targets: ["A", "B", "C"])
    #expect(ladder.rungs == ["A": 1, "B": 2, "C": 2])
    let good = ProjectFile(path: "Sources/B/File.swift", text: "public import A\nimport Foundation\n")
    let bad = ProjectFile(
      path: "Sources/B/File.swift", text: "internal import C\n@testable import struct A.Thing\n")
    #expect(ladder.violations(in: good).isEmpty)
    #expect(ladder.violations(in: bad).count == 1)
    #expect(bad.imports.map(\.module) == ["C", "A"])
  }

  @Test("a C library is imported by the targets that wrap it, and never shown outside")
  func modules() {
    // zlib packs and unpacks a stream in two formats: the entries of a ZIP and the pixels of a PNG.
    // The shim of the face detector is loaded while the program runs, and imported by nobody.
    let several = ["CZlib": ["ImageFormat", "ZIPFormat"], "KaowuFaces": []]
    for module in Self.modules.sorted() {
      let importing = Repository.sources.filter { $0.imports.contains { $0.module == module } }
      let targets = Set(importing.map(\.target)).sorted()
      #expect(several[module].map { $0 == targets } ?? (targets.count == 1), "\(module): \(targets)")
      let shown = importing.filter { $0.imports.contains(.init(module: module, isPublic: true)) }
      #expect(shown.map(\.path) == [])
    }
  }

  @Test("imports know no format, formats know no exams, and only commands pick a database")
  func strangers() {
    let formats = Set(Repository.folders(in: "Sources/Formats"))
    func importing(_ modules: Set<String>, where isMeant: (String) -> Bool) -> [String] {
      Repository.sources.filter { file in
        isMeant(file.target) && file.imports.contains { modules.contains($0.module) }
      }.map(\.path)
    }
    #expect(importing(formats) { $0 == "Imports" } == [])
    #expect(importing(["ExamModel", "Programmes"], where: formats.union(["Pipeline"]).contains) == [])
    // The benchmark is a command too: it fills stores with more than anybody would type.
    #expect(
      importing(["StorageSQLite", "StoragePostgres"]) { !["kaowu", "kaowu-bench"].contains($0) } == [])
    #expect(importing(["Foundation", "Glibc"]) { ["Tabular", "ExamModel"].contains($0) } == [])
    #expect(importing(["Yams"]) { $0 != "Programmes" } == [])
  }
}

extension ImportLine {
  fileprivate init(module: String, isPublic: Bool) {
    self.module = module
    self.isPublic = isPublic
  }
}

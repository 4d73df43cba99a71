import Testing

@Suite("The catalogue of rules")
struct RuleCatalogueTests {
  private let catalogue: RuleCatalogue
  private let known: Set<String>

  init() throws {
    catalogue = RuleCatalogue(try #require(Repository.file("Tests/Rules.txt")).text)
    known = Set(catalogue.entries.map(\.id))
  }

  @Test("every line is an ID with its wording, and no ID comes twice")
  func form() {
    #expect(catalogue.entries.filter { !RuleCatalogue.isID($0.id) }.map(\.id) == [])
    #expect(catalogue.entries.filter { $0.wording.count < 6 }.map(\.id) == [])
    #expect(known.count == catalogue.entries.count)
  }

  @Test("every rule that a test names is in the catalogue")
  func namedByTests() {
    let tests = Repository.tests.filter { $0.target != "RepositoryTests" }
    let unknown = tests.flatMap { file in
      RuleCatalogue.quoted(in: file.text).filter { !known.contains($0) }.map { "\(file.path): \($0)" }
    }
    #expect(unknown == [])
    #expect(tests.contains { RuleCatalogue.quoted(in: $0.text).contains("REG-07") })
  }

  @Test("every rule that a finding or a refusal carries is in the catalogue")
  func namedBySources() {
    let unknown = Repository.sources.flatMap { file in
      RuleCatalogue.quoted(in: file.text).filter { !known.contains($0) }.map { "\(file.path): \($0)" }
    }
    #expect(unknown == [])
  }

  @Test("an ID is found where a quotation opens with it")
  func quoted() {
    let text =
      "@Test(\"REG-07 a lock\") func f() { g(\"IDN-01.check\", \"see REG-08\", \"REG-7\", \"UTF-16\") }"
    #expect(RuleCatalogue.quoted(in: text) == ["REG-07", "IDN-01"])
  }
}

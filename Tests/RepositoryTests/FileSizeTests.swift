import Testing

@Suite("The size of files")
struct FileSizeTests {
  @Test("no Swift file is longer than 400 lines")
  func longest() {
    let long = Repository.swift.filter { $0.lineCount > 400 }.map { "\($0.path): \($0.lineCount)" }
    #expect(long == [])
  }

  @Test("the median Swift file has at most 120 lines", arguments: [Repository.sources, Repository.tests])
  func median(_ files: [ProjectFile]) throws {
    let counts = files.map(\.lineCount).sorted()
    try #require(!counts.isEmpty)
    #expect(counts[counts.count / 2] <= 120)
  }

  @Test("the sample data stays under 16 MB")
  func samples() throws {
    #expect(try Repository.bytes(in: "SampleData") < 16 << 20)
  }
}

import Files
import Foundation
import Tabular
import Testing

@Suite struct WholeFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  private func write(_ text: String, to file: WholeFile) throws {
    var sink: any ByteSink = file
    try sink.write(text)
  }

  @Test("a file stands under its name once it is finished, and not before")
  func whole() throws {
    let file = try WholeFile(path: folder.path("a.txt"))
    try write("考务", to: file)
    #expect(try !names.contains("a.txt"))
    try file.finish()
    #expect(try names == ["a.txt"])
    #expect(try String(contentsOfFile: folder.path("a.txt"), encoding: .utf8) == "考务")
    #expect(file.count == 6)
  }

  @Test("of a file that is given up nothing stays")
  func givenUp() throws {
    try write("half", to: try WholeFile(path: folder.path("a.txt")))
    #expect(try names == [])
  }

  @Test("a file that cannot take its name leaves nothing, and closes nobody else's file")
  func noName() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("a/inner"), withIntermediateDirectories: true)
    try Data("another".utf8).write(to: folder.url.appending(path: "b.txt"))
    var file: WholeFile? = try WholeFile(path: folder.path("a"))
    try write("whole", to: try #require(file))
    let error = #expect(throws: FileError.self) { try file?.finish() }
    #expect(error?.code == .disk)
    // What is opened now has the number that the file had.
    let other = try FileSource(path: folder.path("b.txt"))
    file = nil
    var bytes = [UInt8](repeating: 0, count: 7)
    #expect(try bytes.withUnsafeMutableBytes { try other.read(at: 0, into: $0) } == 7)
    #expect(try names == ["a", "b.txt"])
  }
}

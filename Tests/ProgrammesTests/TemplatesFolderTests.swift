import Files
import Foundation
import Programmes
import Tabular
import Testing

@Suite struct TemplatesFolderTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// Makes a templates folder and gives its path.
  private func templates(_ path: String) throws -> String {
    let url = home.url.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.appending(path: "Programmes"), withIntermediateDirectories: true)
    return url.path
  }

  private func find(environment: [String: String] = [:], current: String = "nowhere") throws -> String {
    let bin = home.url.appending(path: "usr/bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let found = try TemplatesFolder.find(
      environment: environment, executable: bin.appending(path: "kaowu").path,
      currentFolder: home.path(current))
    return URL(filePath: found).resolvingSymlinksInPath().path
  }

  @Test("the environment comes first, then the folder shared with the executable, then the nearest above it")
  func order() throws {
    let above = try templates("usr/Templates")
    #expect(try find() == above)
    let shared = try templates("usr/share/kaowu/Templates")
    #expect(try find() == shared)
    let named = try templates("elsewhere")
    #expect(try find(environment: ["KAOWU_TEMPLATES": named]) == named)
    #expect(try find(environment: ["KAOWU_TEMPLATES": ""]) == shared)
  }

  @Test("the current folder and those above it come last")
  func current() throws {
    let templates = try templates("work/Templates")
    #expect(try find(current: "work/deep/down") == templates)
  }

  @Test("a wrong variable is not passed over in silence")
  func wrongVariable() throws {
    _ = try templates("usr/Templates")
    let error = #expect(throws: FileError.self) {
      try find(environment: ["KAOWU_TEMPLATES": home.path("nothing")])
    }
    #expect(error?.code == .missing)
  }

  @Test("where there is none, the message names the variable")
  func none() throws {
    let error = #expect(throws: FileError.self) { try find() }
    #expect(error?.wording.zh.contains("KAOWU_TEMPLATES") == true)
  }
}

import Files
import Foundation
import Testing

/// Where the store lies, and what is said where it cannot be used.
@Suite struct StoreTests {
  @Test("a new store is made in one call with --now and --allow-clock, and again without harm")
  func initialise() async throws {
    let fixture = try CommandFixture()
    let call = ["init", "--now", CommandFixture.registering, "--allow-clock", "--json"]
    for _ in 1...2 {
      let run = try await fixture.run(call)
      #expect(run.status == 0)
      #expect(try run.keys() == ["store"])
    }
    let now = try await fixture.run(["sitting", "list", "--now", CommandFixture.registering])
    #expect(now.status == 0)
  }

  @Test("WIN-06 a store made without --allow-clock refuses --now with status 4")
  func clock() async throws {
    let fixture = try CommandFixture()
    #expect(try await fixture.run(["init"]).status == 0)
    let run = try await fixture.run(["sitting", "list", "--now", CommandFixture.registering])
    #expect(run.status == 4)
    #expect(run.errors.contains("--allow-clock"))
  }

  @Test(
    "a store that is not there, a folder and a text file end in one line with the path, status 5",
    arguments: ["nowhere.sqlite", "a-folder", "text.txt", "no-folder/store.sqlite"])
  func noStore(_ name: String) async throws {
    let fixture = try CommandFixture()
    try FileManager.default.createDirectory(
      at: fixture.folder.url.appending(path: "a-folder"), withIntermediateDirectories: false)
    _ = try fixture.write("text.txt", String(repeating: "这不是数据库\n", count: 100))
    for command in [["sitting", "list"], ["jobs", "list"], ["doctor"]] {
      let run = try await fixture.run(command + ["--store", name])
      #expect(run.status == 5)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains(name))
    }
  }

  @Test(
    "init into a folder, a missing folder, a place that cannot be written, or over a text file: status 5",
    arguments: ["a-folder", "no-folder/store.sqlite", "/proc/kaowu.sqlite", "text.txt"])
  func noPlace(_ name: String) async throws {
    let fixture = try CommandFixture()
    try FileManager.default.createDirectory(
      at: fixture.folder.url.appending(path: "a-folder"), withIntermediateDirectories: false)
    let text = String(repeating: "这不是数据库\n", count: 100)
    let path = try fixture.write("text.txt", text)
    let run = try await fixture.run(["init", "--store", name])
    #expect(run.status == 5)
    #expect(run.errorLines.count == 1)
    #expect(!run.errors.contains("kaowu init"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("a server that does not answer is told by its address without the password, status 5")
  func noServer() async throws {
    let fixture = try CommandFixture()
    for command in ["init", "doctor"] {
      let run = try await fixture.run([command, "--store", "postgres://kaowu:geheim@127.0.0.1:1/kaowu"])
      #expect(run.status == 5)
      #expect(run.errorLines.count == 1)
      #expect(run.errors.contains("postgres://kaowu@127.0.0.1:1/kaowu"))
      #expect(!run.screen.contains("geheim"))
    }
  }

  @Test("the store is found by --store before or after the command, by sqlite: and by $KAOWU_STORE")
  func found() async throws {
    let fixture = try CommandFixture()
    #expect(try await fixture.run(["--store", "sqlite:a.sqlite", "init"]).status == 0)
    #expect(try await fixture.run(["init", "--store=b.sqlite"]).status == 0)
    #expect(try await fixture.run(["init"], environment: ["KAOWU_STORE": "c.sqlite"]).status == 0)
    for name in ["a.sqlite", "b.sqlite", "c.sqlite"] {
      #expect(FileManager.default.fileExists(atPath: fixture.path(name)))
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.path("kaowu.sqlite")))
  }
}

import Files
import Foundation
import Tabular
import TestKit
import Testing

@testable import ZIPFormat

/// Whether the machine has a program.
private func has(_ name: String) -> Bool {
  ["/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + name) }
}

@Suite("Other programs and ours understand each other")
struct ForeignToolTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// Writes an archive with every form of entry: whole, stored, streamed, with a descriptor, with zip64
  /// fields.
  func writeAll(bounds: ZIPWriter.Bounds) throws -> String {
    let path = folder.path("ours.zip")
    let file = try WholeFile(path: path)
    let writer = ZIPWriter(file, bounds: bounds)
    try writer.add("考点/", bytes: [])
    try writer.add("考点/整.txt", bytes: Array(String(repeating: "整块", count: 300).utf8))
    try writer.add("考点/存.txt", bytes: Array("stored".utf8), compression: .stored)
    for mayPass in [false, true] {
      try writer.begin("stream-\(mayPass).txt", mayPass4GiB: mayPass)
      for number in 0..<2000 { try writer.write("\(number * number);") }
      try writer.endEntry()
    }
    try writer.finish()
    try file.finish()
    return path
  }

  @Test(
    "unzip finds nothing wrong with what is written", .enabled(if: has("unzip")),
    arguments: [true, false])
  func unzip(isPlain: Bool) throws {
    let path = try writeAll(bounds: isPlain ? .init() : .init(size: 3, entries: 2, held: 50))
    let result = try OtherProgram.run(["unzip", "-tq", path], in: folder.url)
    #expect(result.status == 0, "\(result.screen)")
  }

  @Test("Python reads what is written", .enabled(if: has("python3")), arguments: [true, false])
  func pythonReads(isPlain: Bool) throws {
    let path = try writeAll(bounds: isPlain ? .init() : .init(size: 3, entries: 2, held: 50))
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      assert archive.read('考点/整.txt').decode() == '整块' * 300
      streamed = ''.join('%d;' % (n * n) for n in range(2000)).encode()
      assert archive.read('stream-true.txt') == archive.read('stream-false.txt') == streamed
      assert archive.infolist()[1].date_time == (1980, 1, 1, 0, 0, 0)
      """
    let result = try OtherProgram.run(["python3", "-X", "utf8", "-c", script, path], in: folder.url)
    #expect(result.status == 0, "\(result.screen)")
  }

  @Test(
    "What Python writes is read: whole, streamed without going back, and with zip64 fields",
    .enabled(if: has("python3")))
  func pythonWrites() throws {
    let script = """
      import zipfile
      class Forward:
          def __init__(self, file): self.file = file
          def write(self, data): return self.file.write(data)
          def flush(self): self.file.flush()
      for name, wrap in (('whole.zip', lambda f: f), ('streamed.zip', Forward)):
          with open(name, 'wb') as file, zipfile.ZipFile(wrap(file), 'w', zipfile.ZIP_DEFLATED) as archive:
              archive.comment = b'comment'
              archive.writestr('文/甲.txt', '内容' * 500)
              with archive.open('b.txt', 'w', force_zip64=True) as entry: entry.write(b'b' * 1000)
              archive.writestr(zipfile.ZipInfo('folder/'), b'')
      """
    let made = try OtherProgram.run(["python3", "-X", "utf8", "-c", script], in: folder.url)
    try #require(made.status == 0, "\(made.screen)")
    for name in ["whole.zip", "streamed.zip"] {
      let archive = try ZIPArchive(FileSource(path: folder.path(name)), limits: .tests, name: name)
      #expect(archive.entries.map(\.path) == ["文/甲.txt", "b.txt", "folder/"])
      let text = String(repeating: "内容", count: 500)
      #expect(try archive.bytes(archive.entries[0], atMost: 5000) == Array(text.utf8))
      #expect(
        try readAll(try archive.stream(archive.entries[1]), by: 100) == [UInt8](repeating: 0x62, count: 1000))
    }
  }

  @Test("What zip writes is read, into a pipe too", .enabled(if: has("zip")))
  func zipWrites() throws {
    let text = String(repeating: "一二三四", count: 1000)
    try text.write(toFile: folder.path("正文.txt"), atomically: true, encoding: .utf8)
    let shell = "zip -q a.zip 正文.txt && zip -q - 正文.txt | cat > b.zip"
    let made = try OtherProgram.run(["sh", "-c", shell], in: folder.url)
    try #require(made.status == 0, "\(made.screen)")
    for name in ["a.zip", "b.zip"] {
      let archive = try ZIPArchive(FileSource(path: folder.path(name)), limits: .tests, name: name)
      #expect(archive.entries.map(\.name) == ["正文.txt"])
      #expect(try archive.bytes(archive.entries[0], atMost: 20_000) == Array(text.utf8))
    }
  }
}

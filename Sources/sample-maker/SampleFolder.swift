import Files
import Foundation
import Tabular

/// 样例文件夹 — the folder that the material goes to; files appear in it whole.
struct SampleFolder {
  private let url: URL
  private var files: [(path: String, bytes: Int)] = []

  init(path: String) { url = URL(filePath: path) }

  /// Writes a file of text.
  mutating func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file; the folders on its way are made.
  mutating func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = url.appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw FileError(
        .disk, at: target.path, zh: "不能创建文件夹。请检查路径和权限。",
        en: "The folder cannot be created. Check the path and its permissions.")
    }
    var file = try WholeFile(path: target.path)
    try file.write(bytes)
    try file.finish()
    files.append((path, bytes.count))
  }

  /// Prints what was written, with sizes.
  func printList() {
    for file in files { print(file.path, file.bytes) }
    print("=", files.reduce(0) { $0 + $1.bytes })
  }
}

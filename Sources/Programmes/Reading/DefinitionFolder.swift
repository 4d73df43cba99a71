internal import Foundation
internal import Tabular

/// 定义文件夹 — lists what lies in a folder of definitions, in a fixed order.
enum DefinitionFolder {
  /// The names of the files with an extension, without it, sorted; none where there is no such folder.
  static func files(in folder: String, extension: String) throws(FileError) -> [String] {
    try entries(of: folder).filter { $0.hasSuffix(".\(`extension`)") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(`extension`.count + 1)) }
  }

  /// The names of the folders in a folder, sorted.
  static func folders(in folder: String) throws(FileError) -> [String] {
    try entries(of: folder).filter { isFolder("\(folder)/\($0)") && !$0.hasPrefix(".") }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  static func isFile(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  private static func entries(of folder: String) throws(FileError) -> [String] {
    guard isFolder(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FileError(
        .unreadable, at: folder, zh: "文件夹打不开。请检查权限。",
        en: "The folder cannot be opened. Check its permissions.")
    }
  }
}

import Foundation

/// 代码库 — the project's own files, found from this file's place, so that tests can hold them to what they promise.
enum Repository {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files of the targets.
  static let sources = files(in: "Sources", extensions: ["swift"])
  /// The Swift files of the tests.
  static let tests = files(in: "Tests", extensions: ["swift"])
  /// The Swift files of the build plugin.
  static let plugins = files(in: "Plugins", extensions: ["swift"])
  /// All Swift files.
  static let swift = sources + tests + plugins

  /// Everything that people write: code, definitions, scripts and pages.
  static let written =
    swift + files(in: "Sources", extensions: ["sql", "h", "modulemap"])
    + files(in: "Templates", extensions: ["yaml", "csv", "md"])
    + files(in: "scripts", extensions: ["", "py"])
    + files(in: ".ci", extensions: [""])
    + ["Package.swift", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", ".swift-format"].compactMap(file)

  /// One file; nil where it is missing or is not text.
  static func file(_ path: String) -> ProjectFile? {
    guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return nil }
    return ProjectFile(path: path, text: text)
  }

  /// The files of a folder and the folders in it, by path.
  static func files(in folder: String, extensions: Set<String>) -> [ProjectFile] {
    let paths =
      (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return paths.sorted().filter { extensions.contains(URL(filePath: $0).pathExtension) }.compactMap {
      file("\(folder)/\($0)")
    }
  }

  /// The names of the folders right below a folder.
  static func folders(in folder: String) -> [String] {
    let url = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let path = url.appending(path: name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }.sorted()
  }
}

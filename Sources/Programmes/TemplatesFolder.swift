internal import Foundation
public import Tabular

/// 模板文件夹 — finds the folder `Templates` that belongs to the running program.
public enum TemplatesFolder {
  /// The environment variable that names the folder where it lies elsewhere.
  public static let variable = "KAOWU_TEMPLATES"

  /// The templates folder of this process; see `find(environment:executable:currentFolder:)`.
  public static func find() throws(FileError) -> String {
    try find(
      environment: ProcessInfo.processInfo.environment,
      executable: Bundle.main.executablePath ?? CommandLine.arguments.first ?? "",
      currentFolder: FileManager.default.currentDirectoryPath)
  }

  /// The templates folder: the one that the environment names, else `../share/kaowu/Templates` beside the executable's
  /// folder, else the nearest `Templates` in or above the executable's folder, else in or above the current one.
  /// - Throws: `.missing` with what was tried.
  public static func find(
    environment: [String: String], executable: String, currentFolder: String
  ) throws(FileError) -> String {
    if let named = environment[variable], !named.isEmpty {
      if isTemplates(named) { return named }
      throw FileError(
        .missing, at: named, zh: "环境变量 \(variable) 指向的文件夹里没有 Programmes。请改正或去掉这个变量。",
        en: "The folder that \(variable) names holds no Programmes. Correct the variable or unset it.")
    }
    let home = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    let shared = home.deletingLastPathComponent().appending(path: "share/kaowu/Templates").path
    if isTemplates(shared) { return shared }
    if let found = nearest(from: home) ?? nearest(from: URL(filePath: currentFolder)) { return found }
    throw FileError(
      .missing, zh: "找不到 Templates 文件夹。请用环境变量 \(variable) 指明它在哪里。",
      en: "The folder Templates was not found. Name it in the environment variable \(variable).")
  }

  private static func nearest(from folder: URL) -> String? {
    var folder = folder.standardizedFileURL
    while true {
      let templates = folder.appending(path: "Templates").path
      if isTemplates(templates) { return templates }
      let parent = folder.deletingLastPathComponent()
      if parent.path == folder.path || folder.path == "/" { return nil }
      folder = parent
    }
  }

  private static func isTemplates(_ path: String) -> Bool { DefinitionFolder.isFolder("\(path)/Programmes") }
}

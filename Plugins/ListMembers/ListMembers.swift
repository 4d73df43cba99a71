import Foundation
import PackagePlugin

/// Lists the members of folders whose rule is "one new thing = one new file", so that nobody edits a central list:
/// `Kinds`, `Rules` and `Commands` hold one type a file, `Schema` one SQL text a file. Nothing generated is committed.
@main
struct ListMembers: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let tool = try context.tool(named: "list-members").url
    let folders = ["Kinds", "Rules", "Commands", "Schema"]
    return try folders.compactMap { folder in
      let url = target.directoryURL.appending(path: folder)
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      let members = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
        .filter { ["swift", "sql"].contains($0.pathExtension) }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
      if members.isEmpty { return nil }
      let output = context.pluginWorkDirectoryURL.appending(path: "Every\(folder).swift")
      return .buildCommand(
        displayName: "Listing \(target.name)/\(folder)", executable: tool,
        arguments: [target.name, folder, output.path] + members.map(\.path), inputFiles: members,
        outputFiles: [output])
    }
  }
}

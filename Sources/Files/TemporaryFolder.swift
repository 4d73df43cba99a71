public import Foundation
public import Tabular

/// 临时文件夹 — a folder of its own that goes, with all in it, when the last reference goes.
public final class TemporaryFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Creates an empty folder below the system's temporary folder.
  /// - Throws: `.disk` where it cannot be created.
  public init() throws(FileError) {
    url = FileManager.default.temporaryDirectory.appending(path: "kaowu-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw FileError(
        .disk, zh: "不能创建临时文件夹。请检查磁盘空间和权限。",
        en: "The temporary folder cannot be created. Check disk space and permissions.")
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }
}

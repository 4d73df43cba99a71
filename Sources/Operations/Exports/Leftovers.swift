internal import Foundation
internal import Tabular

/// 残留文件 — what exports that were killed left aside of the packages that they never finished (DOC-08). It has no
/// package's name, so nobody takes it for one; the next export into the folder removes it.
enum Leftovers {
  /// Removes files `<prefix>….<process>.part` whose process is gone.
  static func remove(in folder: String, startingWith prefix: String) throws(FileError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(".part") {
      guard let process = name.split(separator: ".").dropLast().last.flatMap({ Int32($0) }),
        process > 0, isGone(process)
      else { continue }
      do {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      } catch {
        throw FileError(
          .disk, at: "\(folder)/\(name)", zh: "上次中断的导出留下的文件删不掉。请检查文件夹的权限。",
          en: "What an interrupted export left cannot be removed. Check the folder's permissions.")
      }
    }
  }

  private static func isGone(_ process: Int32) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
}

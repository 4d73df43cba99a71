internal import Files
internal import Foundation
internal import Tabular

/// 投递文件夹 — the drop folder with the folders beside its files, held by one nightly job at a time.
final class Inbox: Sendable {
  let folder: Folder
  let done: Folder
  let failed: Folder
  let reports: Folder
  /// Copies of files while they are taken; whatever a killed run left in it is worth nothing.
  let taking: Folder
  private let lock: FolderLock

  /// The folders that stand beside the files.
  static let ownNames = Set(["done", "failed", "reports"].map { FolderEntryName($0) })
  private static let hidden = ".kaowu"

  /// Opens the drop folder, makes what is missing in it, and takes its lock.
  /// - Throws: `FileError` `.unreadable` where there is no such folder, `.disk` where nothing can be made in it; a
  ///   `Refusal` where another nightly job has it.
  init(path: String) throws {
    folder = try Folder(path: URL(fileURLWithPath: path).path)
    let own = try Folder(Self.hidden, in: folder)
    guard let lock = try FolderLock("lock", in: own) else {
      throw Refusal(
        .precondition, rule: "SCO-09",
        Wording(
          zh: "另一个夜间任务正在处理 \(path)，本次什么都没有做。请等它结束。",
          en: "Another nightly job is at work on \(path); nothing was done. Wait for its end."))
    }
    self.lock = lock
    done = try Folder("done", in: folder)
    failed = try Folder("failed", in: folder)
    reports = try Folder("reports", in: folder)
    taking = try Folder("taking", in: own)
    for name in try taking.names() { taking.remove(name) }
  }

  /// Moves a file of the drop folder into `done` or `failed`; where the name is there already it gets a number.
  /// - Parameter before: called with the name that the file will have, right before it gets it.
  func move(
    _ name: FolderEntryName, to target: Folder, before: (FolderEntryName) throws -> Void = { _ in }
  ) throws -> Moved {
    for number in 1...Self.mostOfOneName {
      let newName = number == 1 ? name : name.inserting("-\(number)")
      if target.stamp(of: newName) != nil { continue }
      try before(newName)
      // A marker goes first: one that stayed would make the next file of that name whole before it is.
      removeMarkers(of: name)
      switch try folder.move(name, to: target, as: newName) {
      case .moved: return .moved(newName)
      case .vanished: return .vanished
      case .refused(let reason): return .refused(reason)
      case .taken: continue
      }
    }
    return .refused("\(Self.mostOfOneName) × \(name.text)")
  }

  /// 移走结果 — where a file went.
  enum Moved {
    case moved(FolderEntryName)
    case vanished
    case refused(String)
  }

  private static let mostOfOneName = 10_000

  private func removeMarkers(of name: FolderEntryName) {
    for marker in DropName.markers(of: name) { folder.remove(marker) }
  }
}

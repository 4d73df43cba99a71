import Foundation
import Programmes

/// The folders of the repository, found from this file's place.
enum Shipped {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let samples = root.appending(path: "SampleData")
  static let library = ProgrammeLibrary(folder: root.appending(path: "Templates").path)
}

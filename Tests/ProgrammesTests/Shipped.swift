import Foundation
import Programmes

/// The definitions in `Templates`, found from this file's place.
enum Shipped {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
  static let templates = root.appending(path: "Templates").path
  static let library = ProgrammeLibrary(folder: templates)
  /// Read once for all tests.
  static let ncre = Result { try library.programme("ncre") }
}

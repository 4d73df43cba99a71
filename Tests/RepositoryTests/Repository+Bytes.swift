import Foundation

extension Repository {
  /// The bytes of all files of a folder and the folders in it.
  static func bytes(in folder: String) throws -> Int {
    let folder = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).reduce(0) { sum, path in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { return sum }
      return sum + (attributes[.size] as? Int ?? 0)
    }
  }
}

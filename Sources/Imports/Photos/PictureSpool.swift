internal import Files
internal import Storage
internal import Tabular

/// 照片暂存 — the pictures of an import between reading and judging. Beside the staging tables, not in them: there the
/// database would write each picture page by page, read it again and write it a second time.
final class PictureSpool: @unchecked Sendable {
  // Rows are staged one after the other, and merged after that.
  private var file: SpoolFile?
  private var failure: FileError?

  /// Puts a picture aside. Returns where it lies; what fails is told when pictures are taken out.
  func add(_ bytes: [UInt8]) -> (offset: Int, size: Int) {
    do throws(FileError) {
      if file == nil { file = try SpoolFile() }
      let range = try file?.append(bytes) ?? 0..<0
      return (range.lowerBound, range.count)
    } catch {
      failure = failure ?? error
      return (0, 0)
    }
  }

  /// A picture that was put aside.
  /// - Throws: `.disk` where not all could be put aside, or it cannot be read.
  func picture(offset: Int, size: Int) throws(FileError) -> [UInt8] {
    if let failure { throw failure }
    return try file?.bytes(in: offset..<offset + size) ?? []
  }
}

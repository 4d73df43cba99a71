internal import Files

/// 投递文件名 — what the name of something in the drop folder says: a marker, a file still being sent, or a file.
enum DropName {
  /// Names that programs use while they write; the file gets its own name when it is whole.
  private static let unfinished = [".part", ".partial", ".filepart", ".tmp", ".crdownload", ".uploading"]
  private static let marker = ".done"

  /// Names that are nobody's to take: hidden ones, and the folders of the nightly job.
  static func isOurs(_ name: FolderEntryName) -> Bool {
    name.bytes.first == UInt8(ascii: ".") || Inbox.ownNames.contains(name)
  }

  /// Whether it is a marker, `scores.csv.done` or `scores.done`.
  static func isMarker(_ name: FolderEntryName) -> Bool { name.hasEnding(marker) }

  /// Whether the name says that its file is still being sent.
  static func isUnfinished(_ name: FolderEntryName) -> Bool {
    unfinished.contains { name.hasEnding($0) } || name.bytes.last == UInt8(ascii: "~")
  }

  /// The markers that say of a file that it is whole.
  static func markers(of name: FolderEntryName) -> [FolderEntryName] {
    [name.appending(marker), name.stem.appending(marker)]
  }
}

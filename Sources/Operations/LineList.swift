internal import Files
internal import ExamModel
internal import Tabular

/// 清单文件 — a text file with one item a line: ID numbers, batches.
enum LineList {
  private static let mostBytes = 1 << 24

  /// The lines without blanks around them; blank lines are left out.
  /// - Throws: `FileError` where the file cannot be read or is larger than 16 MiB.
  static func read(_ path: String) throws(FileError) -> [String] {
    let source = try FileSource(path: path)
    guard source.count <= mostBytes else {
      throw FileError(
        .tooLarge, zh: "清单超过 16 MiB：每行应只有一项。", en: "The list is larger than 16 MiB; it holds one item a line."
      )
    }
    return String(decoding: try source.bytes(in: 0..<source.count), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map { TextCleaning.trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

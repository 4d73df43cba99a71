internal import Files
public import Tabular

/// 照片来源 — where the pictures of a file are read from, by the numbers of their rows.
public protocol PictureSource: Sendable {
  /// The bytes of a picture as they came; nil where they are too many to be read. Called on any thread.
  /// - Throws: a `FileError` where the file is not whole, or holds what it must not.
  func picture(_ number: Int) throws(FileError) -> [UInt8]?
}

/// 导入照片 — the pictures of the file that is imported. Each is read twice: when it is checked, and where it is taken,
/// when it is stored. They are not put aside in between, for they stand in the file already.
public struct ImportedPictures: Sendable {
  let source: any PictureSource
  let checker: any PictureChecker

  /// The pictures of a source, looked into by a checker.
  public init(_ source: any PictureSource, checker: any PictureChecker) {
    self.source = source
    self.checker = checker
  }

  /// A picture without metadata, as it is stored.
  /// - Parameter sha256: the digest that it had when it was checked.
  /// - Throws: a `FileError` where it is not the same any more.
  func cleaned(_ number: Int, sha256: String) throws(FileError) -> [UInt8] {
    if let bytes = try source.picture(number), let cleaned = checker.cleaned(bytes),
      ContentHash.sha256(of: cleaned) == sha256
    {
      return cleaned
    }
    throw FileError(
      .damaged, zh: "导入期间文件被改动：第 \(number) 个条目与检查时不同，没有导入任何内容。请重新导入。",
      en:
        "The file was changed meanwhile: its entry \(number) is not what was checked. Nothing was taken; import again."
    )
  }
}

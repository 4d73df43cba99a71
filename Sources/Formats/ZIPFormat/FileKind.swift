public import Tabular

/// 文件种类 — what a file is, told by its content alone.
public enum FileKind: String, Sendable, CaseIterable {
  case zip, rar, sevenZip, gzip, oldWorkbook, encryptedOffice, ole2, jpeg, png, gif, bmp, pdf, dbf, text, empty, unknown

  /// Tells the kind of a source.
  public static func of(_ source: any ByteSource) throws(FileError) -> FileKind { .unknown }

  /// Tells the kind from a file's first bytes.
  public static func of(first bytes: [UInt8]) -> FileKind { .unknown }
}

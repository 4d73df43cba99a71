/// 文件种类 — what a file is, told by its content alone; its extension is not looked at.
public enum FileKind: String, Sendable, CaseIterable {
  /// A ZIP; an .xlsx is one too, see `ZIPArchive.looksLikeWorkbook`.
  case zip
  case rar
  case sevenZip
  case gzip
  /// An old Excel workbook (.xls).
  case oldWorkbook
  /// An Office document that needs a password to open.
  case encryptedOffice
  /// Another old Office document.
  case ole2
  case jpeg
  case png
  case gif
  case bmp
  case pdf
  case dbf
  /// Readable text: CSV, or a page or table saved as text.
  case text
  /// A program, such as an archive that unpacks itself.
  case program
  /// No bytes at all.
  case empty
  case unknown
}

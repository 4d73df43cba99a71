public import Tabular

extension FileKind {
  /// What people call this kind.
  public var label: Wording {
    switch self {
    case .zip: Wording(zh: "ZIP 压缩包", en: "a ZIP archive")
    case .rar: Wording(zh: "RAR 压缩包", en: "a RAR archive")
    case .sevenZip: Wording(zh: "7z 压缩包", en: "a 7z archive")
    case .gzip: Wording(zh: "gzip 压缩文件", en: "a gzip file")
    case .oldWorkbook: Wording(zh: "旧版 Excel 工作簿（.xls，OLE2）", en: "an old Excel workbook (.xls, OLE2)")
    case .encryptedOffice:
      Wording(zh: "设有打开密码的 Office 文件（OLE2）", en: "a password-protected Office file (OLE2)")
    case .ole2:
      Wording(zh: "旧版 Office 文件（OLE2）或设有密码的文件", en: "an old Office file (OLE2) or one with a password")
    case .jpeg: Wording(zh: "JPEG 图片", en: "a JPEG picture")
    case .png: Wording(zh: "PNG 图片", en: "a PNG picture")
    case .gif: Wording(zh: "GIF 图片", en: "a GIF picture")
    case .bmp: Wording(zh: "BMP 图片", en: "a BMP picture")
    case .pdf: Wording(zh: "PDF 文件", en: "a PDF file")
    case .dbf: Wording(zh: "DBF 数据表", en: "a DBF table")
    case .text: Wording(zh: "文本文件（如 CSV）", en: "a text file (such as CSV)")
    case .program: Wording(zh: "程序（或自解压包）", en: "a program (or a self-extracting archive)")
    case .empty: Wording(zh: "空文件", en: "an empty file")
    case .unknown: Wording(zh: "无法辨认的文件", en: "a file of no known kind")
    }
  }

  /// The error for a file of this kind where another was wanted.
  /// - Parameters:
  ///   - wanted: what was wanted, as in "it should be …".
  ///   - place: the file's name.
  /// - Returns: `.empty` for an empty file, `.encrypted` for one with a password, else `.wrongKind`.
  public func refusal(wanted: Wording, at place: String?) -> FileError {
    switch self {
    case .empty:
      FileError(
        .empty, at: place, zh: "文件是空的（0 字节），这里需要\(wanted.zh)。请检查文件后重新提供。",
        en: "The file is empty (0 bytes), where \(wanted.en) is needed. Check the file.")
    case .encryptedOffice:
      FileError(
        .encrypted, at: place, zh: "这是\(label.zh)，这里需要\(wanted.zh)。\(advice.zh)",
        en: "This is \(label.en), where \(wanted.en) is needed. \(advice.en)")
    default:
      FileError(
        .wrongKind, at: place, zh: "这是\(label.zh)，这里需要\(wanted.zh)。\(advice.zh)",
        en: "This is \(label.en), where \(wanted.en) is needed. \(advice.en)")
    }
  }

  private var advice: Wording {
    switch self {
    case .rar, .sevenZip, .gzip, .program:
      Wording(zh: "请解压后重新打包为 ZIP。", en: "Unpack it and pack a ZIP.")
    case .oldWorkbook:
      Wording(zh: "请用 Excel 或 WPS 另存为 .xlsx。", en: "Save it as .xlsx with Excel or WPS.")
    case .encryptedOffice:
      Wording(zh: "请去掉打开密码后另存为 .xlsx。", en: "Remove the password and save it as .xlsx.")
    case .ole2:
      Wording(
        zh: "请去掉密码，用 Excel 或 WPS 另存为 .xlsx。", en: "Remove the password; save it as .xlsx with Excel or WPS.")
    default:
      Wording(zh: "请检查是否选错了文件。", en: "Check whether it is the right file.")
    }
  }
}

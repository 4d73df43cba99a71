import Tabular

/// What can be wrong with the XML of a part, in one wording for all parts.
extension FileError {
  static func partCutOff(_ part: String) -> FileError {
    FileError(
      .truncated, at: part, zh: "内容不完整：XML 没有结束就断了。请重新导出或重新上传这个文件。",
      en: "It is cut off: the XML ends before it closes. Export or upload the file again.")
  }

  static func partMalformed(_ part: String, zh: String, en: String) -> FileError {
    FileError(
      .damaged, at: part, zh: "XML 有错误：\(zh)。请用 Excel 或 WPS 打开后另存，再上传。",
      en: "The XML is wrong: \(en). Open the file in Excel or WPS, save it again, and upload that.")
  }

  static func partHostile(_ part: String, zh: String, en: String) -> FileError {
    FileError(
      .hostile, at: part, zh: "拒绝读取：\(zh)。正常的表格软件不会写出这样的文件。",
      en: "Refused: \(en). No spreadsheet program writes such a file.")
  }

  static func partHasDTD(_ part: String) -> FileError {
    partHostile(part, zh: "XML 中含有 DTD（DOCTYPE）", en: "the XML has a DTD (DOCTYPE)")
  }

  static func partEncoding(_ part: String, _ encoding: String) -> FileError {
    FileError(
      .unsupported, at: part, zh: "XML 的编码是 \(encoding)，只支持 UTF-8 和 UTF-16。请用 Excel 或 WPS 另存。",
      en: "The XML is encoded as \(encoding); only UTF-8 and UTF-16 are read. Save it again in Excel or WPS.")
  }

  static func textTooLong(_ part: String) -> FileError {
    FileError(
      .tooLarge, at: part, zh: "有一个单元格的文字超过上限。请删短后再上传。",
      en: "The text of one cell is over the limit. Shorten it and upload again.")
  }
}

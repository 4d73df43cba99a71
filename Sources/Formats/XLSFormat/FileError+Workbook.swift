import Tabular

extension FileError {
  /// The file contradicts itself.
  static func damagedWorkbook(at place: String, zh: String, en: String) -> FileError {
    FileError(
      .damaged, at: place, zh: "工作簿损坏：\(zh)。请用 Excel 或 WPS 打开后另存，再上传。",
      en: "The workbook is damaged: \(en). Open it in Excel or WPS, save it again, and upload that.")
  }

  /// The file ends before what it says it holds.
  static func cutOff(at place: String) -> FileError {
    FileError(
      .truncated, at: place, zh: "工作簿不完整，后面的内容缺失。请重新复制或下载完整的文件。",
      en: "The workbook is cut off before its end. Copy or download the whole file again.")
  }
}

import CXlsxWriter
import Tabular

extension FileError {
  /// What libxlsxwriter's error codes mean to a person.
  init(_ error: lxw_error, at place: String) {
    switch error {
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED, LXW_ERROR_128_STRING_LENGTH_EXCEEDED,
      LXW_ERROR_255_STRING_LENGTH_EXCEEDED:
      self = .writtenTextTooLong(place)
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED:
      self = .beyondSheet(place)
    case LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED, LXW_ERROR_INVALID_SHEETNAME_CHARACTER,
      LXW_ERROR_SHEETNAME_START_END_APOSTROPHE, LXW_ERROR_SHEETNAME_ALREADY_USED,
      LXW_ERROR_PARAMETER_VALIDATION:
      self = FileError(
        .unsupported, at: place, zh: "工作表的名称或参数不能用（空、超过 31 字符、重名或含有 [ ] : * ? / \\）。",
        en:
          "A sheet's name or a setting cannot be used (empty, over 31 characters, doubled, or with [ ] : * ? / \\)."
      )
    default:
      self = .writingFailed(at: place, reason: String(cString: lxw_strerror(error)))
    }
  }

  static func beyondSheet(_ place: String) -> FileError {
    FileError(
      .tooLarge, at: place, zh: "行或列超出工作表的范围（1048576 行，16384 列）。请缩小范围，分几次导出。",
      en: "A row or column is beyond a sheet's bounds (1,048,576 rows, 16,384 columns). Export in pieces.")
  }

  static func writtenTextTooLong(_ place: String) -> FileError {
    FileError(
      .tooLarge, at: place, zh: "文字超过单元格的上限 32767 个字符。请缩短后重试。",
      en: "A text has over 32,767 characters, the most that a cell holds. Shorten it and try again.")
  }

  static func writingFailed(at place: String, reason: String) -> FileError {
    FileError(
      .disk, at: place, zh: "写工作簿失败（\(reason)）。请检查磁盘空间和文件夹权限。",
      en: "Writing the workbook failed (\(reason)). Check disk space and the folder's permissions.")
  }
}

internal import CExpat
internal import CXlsxWriter

extension Workbook {
  /// The libraries behind workbooks, with their versions.
  public static var libraries: [String: String] {
    ["expat": String(cString: XML_ExpatVersion()), "libxlsxwriter": String(cString: lxw_version())]
  }
}

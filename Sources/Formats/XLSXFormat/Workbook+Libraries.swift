internal import CExpat
internal import CXlsxWriter

extension Workbook {
  /// The libraries behind workbooks, with their versions.
  public static var libraries: [String: String] {
    let expat = XML_ExpatVersionInfo()
    return [
      "expat": "\(expat.major).\(expat.minor).\(expat.micro)",
      "libxlsxwriter": String(cString: lxw_version()),
    ]
  }
}

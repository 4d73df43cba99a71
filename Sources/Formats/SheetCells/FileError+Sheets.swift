public import Tabular

extension FileError {
  /// There is no sheet of a name; the error tells the names that there are.
  public static func noSheet(named name: String, among names: [String], in file: String) -> FileError {
    FileError(
      .missing, at: file, zh: "没有名为“\(name)”的工作表；有的是：\(names.joined(separator: "、"))。",
      en: "There is no sheet named “\(name)”; there are: \(names.joined(separator: ", ")).")
  }
}

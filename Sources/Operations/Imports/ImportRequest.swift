public import Imports
public import Tabular

/// 导入请求 — a file, and where and how it is imported.
public struct ImportRequest: Sendable {
  /// The kind's name: `registrations`.
  public var kind: String
  /// The file's path.
  public var path: String
  /// The sitting's code.
  public var sitting: String
  /// The site's code.
  public var site: String
  /// What was asked for besides.
  public var options = ImportOptions()
  /// The folder for the reports; nil for the current one.
  public var reports: String?
  /// The plan that is to be carried out; nil where there is none (REG-18).
  public var plan: Int?
  /// The language of the reports.
  public var language: Language

  /// A request.
  public init(kind: String, path: String, sitting: String, site: String, language: Language = .zh) {
    self.kind = kind
    self.path = path
    self.sitting = sitting
    self.site = site
    self.language = language
  }
}

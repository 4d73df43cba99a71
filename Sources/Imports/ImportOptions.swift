/// 导入选项 — what the caller asked for besides the file.
public struct ImportOptions: Sendable, Codable, Equatable {
  /// 覆盖: records that are already there are replaced under the override rules instead of being errors.
  public var overrides = false
  /// Takes the good rows and leaves the rest in a workbook of their own (REG-14).
  public var isPartial = false
  /// Says what would happen and changes nothing (REG-18).
  public var isDryRun = false
  /// Takes the cleaned form of identity numbers that hold blanks or full-width characters (IDN-03).
  public var fixesWidth = false
  /// 成绩: a violation that differs from the stored one is an error (SCO-02).
  public var checksViolations = true
  /// 成绩: a ticket number that is not known is an error (SCO-03).
  public var checksTickets = true
  /// 成绩: name and identity number must be the stored ones (SCO-04).
  public var checksIdentity = true
  /// 照片: each must look like an ID photo (PHO-06).
  public var checksPortraits = false

  /// 确认: the site whose many changes somebody has confirmed.
  public var confirmed: String?
  /// The job whose rejected rows the file holds; nil to look for it in the file (REG-14).
  public var continues: Int?

  /// The options of a careful import: nothing is replaced, everything is checked.
  public init() {}
}

public import ZIPFormat

/// 工作簿限额 — how large a workbook may be before it is refused.
public struct WorkbookLimits: Sendable, Equatable {
  /// The archive that a workbook is.
  public var archive: ZIPLimits
  /// The most characters of one cell's text, counted as spreadsheets count them (UTF-16 units).
  public var cellCharacters = 32_767
  /// The most shared strings, and the most bytes they may have together.
  public var sharedStrings = 2_000_000
  public var sharedStringBytes = 256 << 20
  /// The most cells with a value in one sheet.
  public var cells = 5_000_000
  /// The most bytes of a part that is held in memory while it is read (workbook, relationships, styles).
  public var partBytes = 16 << 20
  /// The XML of every part.
  public var xml = XMLLimits()

  /// Limits with the safe defaults for everything but the archive.
  public init(archive: ZIPLimits) {
    self.archive = archive
  }

  /// The safe defaults.
  public static let standard = WorkbookLimits(archive: .workbook)
}

/// 旧版工作簿限额 — how large an .xls file may be before it is refused; the same as those of an .xlsx where both have them.
public struct XLSLimits: Sendable, Equatable {
  /// The most bytes of the file.
  public var fileBytes = 64 << 20
  /// The most texts that the cells share, and the most bytes they may have together.
  public var sharedTexts = 2_000_000
  public var sharedTextBytes = 256 << 20
  /// The most cells with a value in one sheet.
  public var cells = 5_000_000

  /// The safe defaults.
  public init() {}

  /// The safe defaults.
  public static let standard = XLSLimits()
}

extension AnnotatedCopy {
  /// 批注 — what is said of a cell, or of a row as a whole.
  public struct Note: Sendable {
    /// The row as a spreadsheet shows it, from 1; nil for the whole sheet, whose notes hang on the heading of the findings.
    public var row: Int?
    /// The column, from 0; nil for the whole row.
    public var column: Int?
    /// Whether it is an error; else it is a warning.
    public var isError: Bool
    /// What the comment on the cell says.
    public var comment: String
    /// What the column of findings says.
    public var finding: String

    /// A note.
    public init(row: Int?, column: Int?, isError: Bool, comment: String, finding: String) {
      self.row = row
      self.column = column
      self.isError = isError
      self.comment = comment
      self.finding = finding
    }
  }

  /// 结果 — what was set into a copy.
  public struct Outcome: Sendable, Equatable {
    /// How many cells are coloured.
    public var cells = 0
    /// How many cells got a comment.
    public var comments = 0
    /// How many cells got none, because there would be too many.
    public var commentsLeftOut = 0
    /// How many styles were added, at most ten.
    public var styles = 0
    /// The column of findings, from 0; nil where the sheet had none to spare.
    public var column: Int?

    /// Nothing yet.
    public init() {}
  }

  /// The most comments that a copy adds.
  public static let mostComments = CommentBook.most
}

public import Tabular

/// 问题列 — the column that says in an annotated copy what is wrong with each row (ERR-02). Whoever mends the copy sends it
/// in again, so an import passes the column over.
public enum FindingsColumn {
  /// Its heading; a table of one's own will hardly have the same.
  public static let heading = Wording(zh: "问题（导入检查）", en: "Findings (import check)")

  /// Whether a text is its heading, in whatever language the copy was made.
  public static func isHeading(_ text: String) -> Bool {
    Language.allCases.contains { heading[$0] == text }
  }
}

/// 遮盖 — how an identity number is shown to people and in reports: its last four characters (IDN-06).
public enum Masking {
  /// `…0014` of a number; a number of four characters or fewer is hidden whole.
  public static func shortened(_ number: String) -> String {
    number.count > 4 ? "…" + number.suffix(4) : "…"
  }
}

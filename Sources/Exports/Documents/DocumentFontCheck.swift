internal import PDFFormat
public import Programmes
internal import Tabular

/// 文档字体检查 — whether the fonts are installed without which a programme's documents cannot be printed (DOC-05).
public enum DocumentFontCheck {
  /// The first families of the layouts of some programmes that are not installed, by name. The others of a layout only
  /// stand in for characters that the first one lacks.
  public static func missing(of programmes: [Programme]) -> [String] {
    let families = programmes.flatMap { $0.documentLayouts.values }.map {
      $0.fonts.first ?? DocumentFonts.standard
    }
    return Set(families).filter { family in
      do {
        _ = try DocumentFonts(families: [family])
        return false
      } catch {
        return true
      }
    }.sorted()
  }
}

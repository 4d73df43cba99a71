import Tabular

extension XMLScanner {
  /// Adds the text of a string item (`si` or `is`), which was opened last, and passes its end: the text itself or the
  /// runs of a rich text joined; the phonetic runs (`rPh`) are no part of it.
  /// - Throws: `.tooLarge` as soon as `bytes` holds more than `most` bytes.
  mutating func appendStringItem(to bytes: inout [UInt8], most: Int) throws(FileError) {
    let inside = depth
    while true {
      switch try next() {
      case .open:
        if isElement("t") {
          try appendElementText(to: &bytes, most: most)
        } else if !isElement("r") {
          try skipElement()
        }
      case .text: continue
      case .close, .end: if depth < inside { return }
      }
    }
  }
}

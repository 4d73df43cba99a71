import Tabular

/// Copying: what the scanner passes goes on to a sink byte for byte, but for the tags that are replaced, and with what
/// is put in between. A tag that was read is copied with the next call of `next()`, so it is replaced before that.
extension XMLScanner {
  /// Begins to copy from here on; the XML declaration has been passed and is the sink's own.
  mutating func startCopying(to sink: any ByteSink & AnyObject) {
    copySink = sink
    copied = position
  }

  /// Hands on everything that was passed.
  mutating func copyPassed() throws(FileError) { try copy(upTo: position) }

  /// Hands on what was passed before the tag that was read last, and then `text`.
  mutating func insertBeforeTag(_ text: String) throws(FileError) {
    try copy(upTo: tagStart)
    try insert(text)
  }

  /// Hands on `text` in place of the tag that was read last.
  mutating func replaceTag(with text: String) throws(FileError) {
    try insertBeforeTag(text)
    copied = position
  }

  /// Passes the rest of the element that was opened last, up to and with its end, and copies nothing of it.
  mutating func dropElement() throws(FileError) {
    try copy(upTo: tagStart)
    let sink = copySink
    copySink = nil
    try skipElement()
    copySink = sink
    copied = position
  }

  /// Hands on `text`, which is no part of what is scanned, behind all that was handed on before.
  func insert(_ text: String) throws(FileError) {
    var sink = copySink
    try sink?.write(text)
  }

  private mutating func copy(upTo place: Int) throws(FileError) {
    guard var sink = copySink, place > copied else { return }
    let range = copied..<place
    try window.withUnsafeBufferPointer { bytes throws(FileError) in
      try sink.write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
    }
    copied = place
  }
}

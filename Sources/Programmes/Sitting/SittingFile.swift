public import Tabular

/// 考次文件 — one YAML document that says everything a centre sets before work begins (SET-08).
public enum SittingFile {
  /// Reads a sitting file.
  /// - Returns: the definition with the findings about its form; `SittingCheck` finds the rest.
  /// - Throws: a `FileError` where it is no YAML document at all (`.damaged`, with the line), no UTF-8
  ///   or nothing but a text or a list (`.wrongKind`), empty, over 4 MiB (`.tooLarge`), or uses anchors, aliases or more than 64 levels
  ///   (`.hostile`).
  public static func read(_ bytes: [UInt8]) throws(FileError) -> SittingDocument {
    var reader = SittingReader()
    let root = try YAMLNode.parse(bytes, as: .sitting)
    guard case .mapping = root.content else {
      throw FileError(
        .wrongKind, zh: "这不是考次文件：文件里没有“键: 值”。请检查是否选错了文件。",
        en: "This is no sitting file: it holds no “key: value”. Check that it is the right file.")
    }
    let definition = reader.definition(root)
    return reader.document(with: definition)
  }

  /// Reads a sitting file from a source; see `read(_:)`.
  public static func read(_ source: any ByteSource) throws(FileError) -> SittingDocument {
    // One byte over the limit is enough to be refused; more is not read.
    try read(source.bytes(in: 0..<min(source.count, YAMLBounds.mostBytes + 1)))
  }
}

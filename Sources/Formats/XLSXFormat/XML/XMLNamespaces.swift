/// The prefixes in force at one place of a part, and whether each stands for the namespace of spreadsheets.
struct XMLNamespaces {
  private struct Binding {
    var prefix: [UInt8]
    var isSpreadsheet: Bool
    var depth: Int
  }

  /// The namespace of spreadsheets: as most programs write it (transitional), and as the strict form does.
  static let spreadsheet = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  /// The strict form alone.
  static let strict: StaticString = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  /// The namespace of a workbook's elements in either form.
  static func main(isStrict: Bool) -> String { spreadsheet[isStrict ? 1 : 0] }

  /// The namespace of relationships in either form; the types of relationships begin with it, too.
  static func relationships(isStrict: Bool) -> String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  private static let spreadsheetBytes = spreadsheet.map { Array($0.utf8) }

  private var bindings: [Binding] = []

  /// How many declarations are in force.
  var count: Int { bindings.count }

  /// Binds a prefix (empty for the default) for the element at `depth` and what lies in it.
  mutating func bind(prefix: ArraySlice<UInt8>, to uri: ArraySlice<UInt8>, depth: Int) {
    let isSpreadsheet = Self.spreadsheetBytes.contains { $0.elementsEqual(uri) }
    bindings.append(Binding(prefix: Array(prefix), isSpreadsheet: isSpreadsheet, depth: depth))
  }

  /// Forgets what was bound at `depth`.
  mutating func leave(depth: Int) {
    while let last = bindings.last, last.depth == depth { bindings.removeLast() }
  }

  /// Whether an element with this prefix is one of a spreadsheet.
  func isSpreadsheet(prefix: ArraySlice<UInt8>) -> Bool {
    for binding in bindings.reversed() where binding.prefix.elementsEqual(prefix) {
      return binding.isSpreadsheet
    }
    return false
  }
}

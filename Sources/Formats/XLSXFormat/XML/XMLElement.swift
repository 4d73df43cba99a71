/// An element of a small part, as its start tag tells it.
struct XMLElement {
  var name: String
  /// Whether it is in the namespace of spreadsheets.
  var isSpreadsheet: Bool
  /// The names of the elements it lies in, the root first.
  var parents: [String]
  /// Names without a namespace as they are; others as `namespace`, U+0001, name.
  var attributes: [String: String]

  /// An attribute that has no namespace.
  subscript(name: String) -> String? { attributes[name] }

  /// The attribute `id` in either namespace of relationships: the transitional one or the strict one.
  var relationshipID: String? {
    for namespace in [
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ] {
      if let id = attributes["\(namespace)\u{1}id"] { return id }
    }
    return nil
  }
}

import Foundation
import Tabular

extension SittingDefinition {
  /// The definition as one line of JSON with sorted keys: equal definitions have equal texts, so a store can keep
  /// it and compare it.
  public var canonicalText: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Reads what `canonicalText` wrote.
  /// - Throws: a `DecodingError` where it did not.
  public init(canonicalText: String) throws {
    self = try JSONDecoder().decode(SittingDefinition.self, from: Data(canonicalText.utf8))
  }
}

internal import Foundation
internal import Imports

extension ImportOptions {
  /// The options as the ledger keeps them.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Options as the ledger kept them.
  init?(json: String) {
    guard let options = try? JSONDecoder().decode(ImportOptions.self, from: Data(json.utf8)) else {
      return nil
    }
    self = options
  }
}

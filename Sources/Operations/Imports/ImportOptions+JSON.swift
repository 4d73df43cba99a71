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

  /// The other options that were given, as the command line spells them.
  var words: [String] {
    [
      fixesWidth ? "--fix-width" : nil, checksViolations ? nil : "--no-check-violations",
      checksTickets ? nil : "--no-check-tickets", checksIdentity ? nil : "--no-check-identity",
      checksPortraits ? "--check-id-photo" : nil,
    ].compactMap(\.self)
  }
}

/// The JSON of an import, each key as the command line promises it.
struct ImportShape: Decodable {
  struct File: Decodable {
    var name: String
    var bytes: Int
    var sha256: String
  }
  struct Rows: Decodable {
    var read: Int
    var created: Int
    var updated: Int
    var unchanged: Int
    var skipped: Int
    var failed: Int
  }
  struct Entries: Decodable {
    var created: Int
    var removed: Int
    var kept: Int
  }
  struct Reports: Decodable {
    var workbook: String
    var json: String
  }

  var job: String
  var kind: String
  var state: String
  var sitting: String
  var site: String
  var dryRun: Bool
  var file: File
  var rows: Rows
  var entries: Entries
  var findingsTotal: Int
  var findings: [FindingShape]
  var reports: Reports

  /// The keys, for what decoding does not see: keys that nobody promised.
  static let keys: Set<String> = [
    "job", "kind", "state", "sitting", "site", "dryRun", "file", "rows", "entries", "findingsTotal",
    "findings", "balance",
    "reports",
  ]
}

/// A finding as programs read it.
struct FindingShape: Decodable {
  var rule: String
  var severity: String
  var sheet: String?
  var row: Int
  var column: String?
  var cell: String?
  var value: String?
  var message: String
  var suggestion: String
}

/// What list commands print.
struct ListShape<Item: Decodable>: Decodable {
  var items: [Item]
  var total: Int
}

/// What `inspect --json` prints; each kind has its own keys.
struct InspectShape: Decodable {
  struct Sheet: Decodable, Equatable {
    var name: String
    var rows: Int
    var cells: Int
  }
  struct Entry: Decodable, Equatable {
    var name: String
    var bytes: Int
  }
  struct Image: Decodable, Equatable {
    var width: Int
    var height: Int
  }

  var kind: String
  var encoding: String?
  var sheets: [Sheet]?
  var entries: [Entry]?
  var columns: [String]?
  var records: Int?
  var image: Image?
}

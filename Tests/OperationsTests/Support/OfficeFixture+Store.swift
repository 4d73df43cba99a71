import Storage
import TestStores

/// A registration as it is stored, with its entries.
struct StoredCandidate: Sendable, Equatable {
  var id = ""
  var site = ""
  var name = ""
  var method = ""
  var audit = ""
  var lock: String?
  var hasPhoto = false
  /// The subjects in order, those paid with a `+` behind.
  var subjects: [String] = []
}

extension OfficeFixture {
  /// Runs a statement, for states that no use case leads to yet, such as an individual registration.
  @discardableResult
  func execute(_ sql: String, _ parameters: [SQLValue] = []) async throws -> Int {
    try await database.write { try $0.execute(sql, parameters) }
  }

  /// The number in the first row and column of a query.
  func count(_ sql: String, _ parameters: [SQLValue] = []) async throws -> Int {
    try await database.read { try $0.count(sql, parameters) }
  }

  /// All registrations of the store by their identity numbers.
  func stored() async throws -> [String: StoredCandidate] {
    try await database.read { session in
      var all: [String: StoredCandidate] = [:]
      try session.forEach(
        """
        SELECT r.document_number, r.site, r.name, r.method, r.audit, r.lock_reason, r.has_photo, e.subject, e.paid
        FROM registration r LEFT JOIN entry e ON e.registration = r.id ORDER BY r.document_number, e.subject
        """, []
      ) { row in
        var one =
          all[row.text(0)]
          ?? StoredCandidate(
            id: row.text(0), site: row.text(1), name: row.text(2), method: row.text(3), audit: row.text(4),
            lock: row.optionalText(5), hasPhoto: row.flag(6))
        if let subject = row.optionalText(7) { one.subjects.append(subject + (row.isNull(8) ? "" : "+")) }
        all[row.text(0)] = one
      }
      return all
    }
  }

  /// The registration of an identity number.
  func stored(_ id: String) async throws -> StoredCandidate? { try await stored()[id] }

  /// Every row of every table as text, the ledger's tables apart: it notes files that were refused too, and keeps
  /// them and plans.
  func dump(except left: Set<String> = ["job", "job_finding", "upload", "plan_row"]) async throws -> [String:
    [String]]
  {
    try await database.read { session in
      var dump: [String: [String]] = [:]
      for (table, columns) in try TestStore.columns(session) where !left.contains(table) {
        dump[table] = try session.all(
          "SELECT \(columns.joined(separator: " || '|' || ")) FROM \(table) ORDER BY 1"
        ) { $0.text(0) }
      }
      return dump
    }
  }

  /// The jobs of the ledger, the newest first.
  func jobs() async throws -> [JobRecord] { try await database.read { try JobTable.all($0) } }
}

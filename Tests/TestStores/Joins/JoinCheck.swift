internal import Storage

/// 连接检查 — whether a statement keeps to one sitting and one site where it meets the tables that grow: each of them names
/// its sitting, and two that are joined have sitting and site in common.
public enum JoinCheck {
  /// The tables that grow with the candidates.
  public static let tables: Set<String> = [
    "registration", "entry", "photo", "picture", "payment", "payment_batch_entry", "cancelled_entry",
    "violation",
    "score", "mailing", "candidate_ticket", "ticket_download", "trail",
  ]

  /// Statements that go beyond one sitting or site on purpose, by words of theirs, and why.
  private static let exceptions = [
    // The trail is proved as a whole.
    "FROM trail ORDER BY sitting, site, link",
    // What somebody passed in any sitting, at any site, counts for a certificate.
    "p.sitting IN (SELECT id FROM sitting)",
    // Nobody is registered twice in a sitting, at whatever site.
    "registration o ON o.sitting = r.sitting AND o.document_number = s.document_number",
    // A store is looked through as a whole.
    "SELECT count(*) FROM registration r WHERE r.has_photo = 1 AND NOT EXISTS",
    "SELECT count(*) FROM entry e WHERE NOT EXISTS",
  ]

  /// What is wrong with a statement; empty where nothing is.
  public static func faults(in sql: String) -> [String] {
    guard !exceptions.contains(where: sql.contains), !isWhole(sql) else { return [] }
    let server = Dialect(identity: "", layout: .partitioned)
    let outline = StatementOutline(server.fill(sql))
    let big = outline.references.indices.filter { outline.references[$0].isBig }
    var faults: [String] = []
    for one in big where !outline.references[one].isDerived && !outline.namesSitting(one) {
      faults.append("\(outline.references[one].name) names no sitting")
    }
    for (place, one) in big.enumerated() {
      for other in big[..<place] where outline.areJoined(one, other) {
        for column in ["sitting", "site"] where !outline.haveInCommon(column, one, other) {
          let names = [outline.references[other].name, outline.references[one].name]
          faults.append("\(names.joined(separator: " and ")) do not have \(column) in common")
        }
      }
    }
    return faults
  }

  /// Whether a statement counts all rows of a table, or reads them in the order of its key, as moving a store does.
  private static func isWhole(_ sql: String) -> Bool {
    tables.contains { sql == "SELECT count(*) FROM \($0)" || sql == "DELETE FROM \($0)" }
      || sql.contains(
        #/^SELECT [a-z0-9_, ]+ FROM [a-z_]+\s+(WHERE \([a-z_, ]+\) > \([$0-9, ]+\) )?ORDER BY [a-z_, ]+( LIMIT \d+)?$/#
      )
  }
}

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

  /// What is wrong with a statement; empty where nothing is.
  public static func faults(in sql: String) -> [String] {
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
}

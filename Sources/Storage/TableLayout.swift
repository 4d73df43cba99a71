/// 表布局 — how the tables that grow with the candidates are laid out. In a file a number alone is a row's key. On a server
/// the tables are partitioned by sitting, and every key holds sitting and site besides, so that a sitting can be taken
/// away as a whole and the sites can be spread over several servers.
public enum TableLayout: Sendable {
  /// One piece for each table, as in a file.
  case whole
  /// One piece for each sitting, as on a server.
  case partitioned

  /// The key that an `ON CONFLICT` names, of a table whose rows a file knows by one number.
  public func key(_ number: String) -> String {
    switch self {
    case .whole: number
    case .partitioned: "\(number), sitting, site"
    }
  }
}

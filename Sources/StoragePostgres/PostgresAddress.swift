internal import CPostgres
internal import Foundation
public import Storage
internal import Tabular

/// 服务器地址 — where a server's database is, as libpq understands it: `postgres://user@host:port/database?…`, several hosts
/// included. It is never shown with its password.
public struct PostgresAddress: Sendable {
  /// What was given, by libpq's names.
  private var options: [String: String] = [:]

  /// - Throws: `.failed` where there is no libpq, and for what libpq cannot read; its own words might hold the password
  ///   and are left out.
  public init(_ url: String) throws(StoreError) {
    guard kaowu_postgres_is_there() != 0 else {
      throw StoreError(
        .failed, zh: "这台机器没有 libpq 14 或更高版本，不能使用 PostgreSQL。请安装（Debian：apt install libpq5）。",
        en:
          "This machine has no libpq 14 or later, which PostgreSQL needs. Install it (Debian: apt install libpq5)."
      )
    }
    var complaint: UnsafeMutablePointer<CChar>?
    guard let list = PQconninfoParse(url, &complaint) else {
      PQfreemem(complaint)
      throw StoreError(
        .failed,
        zh: "看不懂 --store 的数据库地址。请写成 postgres://用户@主机:端口/数据库。密码放在 ~/.pgpass 或 $PGPASSWORD。",
        en: """
          The database's address in --store cannot be read. Write postgres://user@host:port/database; the password \
          belongs in ~/.pgpass or $PGPASSWORD.
          """)
    }
    defer { PQconninfoFree(list) }
    var next = list
    while let keyword = next.pointee.keyword {
      if let value = next.pointee.val { options[String(cString: keyword)] = String(cString: value) }
      next += 1
    }
    // Of several servers, or of what one name leads to, only the one that takes writes is the store.
    if options["target_session_attrs"] == nil { options["target_session_attrs"] = "read-write" }
  }

  /// Whether one server may take the place of another.
  var hasSeveralServers: Bool { (options["host"] ?? options["hostaddr"] ?? "").contains(",") }

  /// The database's name, or nil where libpq takes the user's.
  public var database: String? { options["dbname"].flatMap { $0.isEmpty ? nil : $0 } }

  /// The schema that the store's tables lie in: what the address sets as `search_path` in its options, else `kaowu`.
  var schema: String {
    let setting = (options["options"] ?? "").split(separator: " ").compactMap { word -> Substring? in
      guard let name = word.range(of: "search_path=") else { return nil }
      return word[name.upperBound...].prefix { $0 != "," }
    }
    return setting.last.map(String.init) ?? "kaowu"
  }

  /// The address as people may see it: without the password and the options.
  public var shown: String {
    let user = options["user"].map { "\($0)@" } ?? ""
    let hosts = (options["host"] ?? options["hostaddr"] ?? "").split(
      separator: ",", omittingEmptySubsequences: false)
    let ports = (options["port"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let servers = hosts.enumerated().map { index, host in
      let port = ports.count == 1 ? ports[0] : index < ports.count ? ports[index] : ""
      return port.isEmpty ? String(host) : "\(host):\(port)"
    }
    return "postgres://\(user)\(servers.joined(separator: ","))/\(database ?? "")"
  }

  /// The same server, another database of it.
  func to(database: String) -> PostgresAddress {
    var address = self
    address.options["dbname"] = database
    return address
  }

  /// What libpq is given: what stands in the address, and defaults for what does not.
  var parameters: [(name: String, value: String)] {
    let defaults = [
      "fallback_application_name": "kaowu", "connect_timeout": "10", "keepalives_idle": "30",
      "keepalives_interval": "10", "keepalives_count": "3",
      // Keepalives are silent while something that was sent waits for its receipt: without a bound, for a quarter hour.
      "tcp_user_timeout": "30000",
    ]
    var all = defaults.merging(options) { $1 }
    all["client_encoding"] = "UTF8"
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

internal import Storage

/// A server that would not have us, or that does not answer.
struct PostgresRefusal: Error {
  let address: PostgresAddress
  /// The server's code; empty where none answered.
  let state: String

  /// There is no such database on the server.
  var isMissingDatabase: Bool { state == "3D000" }

  /// Whether waiting may help: no server, or one that starts, stops or is full.
  var mayPass: Bool { state.isEmpty || state == "53300" || PostgresFailure.isLoss(state) }

  /// Whether a server is about to be there: it starts or stops, or another is to take its place.
  var isOnItsWay: Bool { PostgresFailure.isLoss(state) || (mayPass && address.hasSeveralServers) }

  /// The error as the rest of the program knows it.
  var storeError: StoreError {
    let place = address.shown
    switch state {
    case "28P01":
      return StoreError(
        .failed, detail: state, zh: "\(place)：密码不对。请检查 ~/.pgpass 或 $PGPASSWORD。",
        en: "\(place): the password is wrong. Check ~/.pgpass or $PGPASSWORD.")
    case "28000":
      return StoreError(
        .failed, detail: state, zh: "\(place)：服务器不认这个用户，或不让它从这里连接。请检查用户名和服务器的 pg_hba.conf。",
        en:
          "\(place): the server does not let this user in from here. Check the name and the server's pg_hba.conf."
      )
    case "3D000":
      return StoreError(
        .missing, detail: state, zh: "\(place)：服务器上没有这个数据库。请先运行 kaowu init，或检查地址里的数据库名。",
        en:
          "\(place): the server has no such database. Run kaowu init first, or check the name in the address."
      )
    case "42501":
      return StoreError(
        .failed, detail: state, zh: "\(place)：此用户无权连接这个数据库。请让数据库管理员授予 CONNECT 权限。",
        en: "\(place): this user may not connect to the database. Have the administrator grant CONNECT.")
    case "53300":
      return StoreError(
        .busy, detail: state, zh: "\(place)：服务器的连接已满。请稍后重试，或调大 max_connections。",
        en: "\(place): the server has no connection left. Try again later, or raise max_connections.")
    default:
      return StoreError(
        .lost, detail: state, zh: "\(place)：连接不上数据库服务器。请检查主机、端口，以及服务器是否在运行。",
        en:
          "\(place): no database server answers. Check the host, the port, and whether the server is running."
      )
    }
  }
}

internal import Storage

extension PostgresFailure {
  /// The error as the rest of the program knows it.
  var storeError: StoreError {
    if isLost { return lost }
    switch state.prefix(2) {
    case "23":
      return StoreError(
        .constraint, detail: message, zh: "数据库拒绝了这次写入（约束）。数据没有改变；请报告此错误。",
        en: "The store refused this write (constraint). Nothing changed; please report this.")
    case "40":
      return StoreError(
        .busy, detail: message, zh: "同时进行的操作太多，这个操作一再让路。数据没有改变；请稍后重试。",
        en:
          "Too many operations at once: this one gave way again and again. Nothing changed; try again later.")
    default: break
    }
    switch state {
    case "53100", "58030":
      return StoreError(
        .disk, detail: message, zh: "写数据库失败：数据库服务器的磁盘已满或出错。数据没有改变；请检查服务器的磁盘后重试。",
        en:
          "Writing the store failed: the server's disk is full or broken. Nothing changed; check it and retry."
      )
    case "XX001", "XX002":
      return StoreError(
        .corrupt, detail: message, zh: "数据库已损坏。请停止使用并从备份恢复。",
        en: "The store is damaged. Stop using it and restore a backup.")
    case "55P03", "53200", "53300":
      return StoreError(
        .busy, detail: message, zh: "数据库太忙，或另一个操作占用它太久。请稍后重试。",
        en: "The store is too busy, or another operation held it for too long. Try again later.")
    case "42501":
      return StoreError(
        .failed, detail: message, zh: "数据库用户没有所需的权限（\(message)）。请让数据库管理员授予对 kaowu 模式的全部权限。",
        en:
          "The database's user lacks a right (\(message)). Have the administrator grant everything in the schema."
      )
    default:
      return StoreError(
        .failed, detail: message, zh: "数据库操作失败（\(message)）。数据没有改变。",
        en: "The store failed (\(message)). Nothing changed.")
    }
  }

  private var lost: StoreError {
    StoreError(
      .lost, detail: message, zh: "与数据库服务器的连接断了。数据没有改变；请检查服务器后重试。",
      en: "The connection to the database server was lost. Nothing changed; check the server and retry.")
  }
}

internal import ArgumentParser

/// `kaowu candidates list|lock|unlock|update|cancel|cancelled|delete|audit`
struct CandidatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "考生：查询、锁定、更新、取消、删除、审核 — candidates",
    discussion: """
      例 / example:
        kaowu candidates list --sitting ncre-58 --site 990701 --where 支付状态=部分支付,全未支付 --sort class,-name
        kaowu candidates update --sitting ncre-58 --site 990701 --where 班级=会计一班 --set 院系=会计学院
        kaowu candidates cancel --sitting ncre-58 --site 990701 --id 名单.txt --reason 报错科目
      """,
    subcommands: [
      List.self, Lock.self, Unlock.self, Update.self, Cancel.self, Cancelled.self, Delete.self, Audit.self,
    ])
}

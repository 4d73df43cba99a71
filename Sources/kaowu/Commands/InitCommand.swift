internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu init`
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "建立数据库；已有的保持不变 — create the store, or leave it as it is",
    discussion: """
      例 / example:
        kaowu init
        kaowu init --store sqlite:考务.sqlite
        kaowu init --store postgres://kaowu@db.example.org/kaowu
      """)

  @Flag(help: "允许用 --now 设定时钟（演示和测试）/ let --now set the clock")
  var allowClock = false

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let office = try await global.openOffice(create: true)
    try await office.initialise(allowsClock: allowClock)
    let console = global.console
    let path = try StoreLocation(option: global.store).shown
    if console.isJSON { try console.print(json: ["store": path]) }
    console.say(zh: "数据库已就绪：\(path)", en: "The store is ready: \(path)")
  }
}

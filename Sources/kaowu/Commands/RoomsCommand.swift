internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu rooms list|add|delete`
struct RoomsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rooms", abstract: "考场和批次：列出、登记、删除 — a site's rooms and batches",
    discussion: """
      登记和删除只在编排时间内。成批登记也可以用 kaowu import rooms。

      例 / example:
        kaowu rooms list --sitting ncre-58 --site 990701
      """, subcommands: [List.self, Add.self, Delete.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出考场批次的座位、已用和剩余 — rooms and batches with their seats",
      discussion: "例 / example:\n  kaowu rooms list --sitting ncre-58 --site 990701 --json")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码，也可以是上级机构 / the site's code, or an organisation's above it") var site: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let items = try await global.office().batches(sitting: sitting, site: site)
      try BatchLines.print(items, to: global.console)
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "登记批次，考场是新的就一并登记 — add batches, and the rooms where they are new",
      discussion: """
        每个考场在每个日期的每个时段各增加一个批次，批次号接着原有的编。--rooms 可写范围，如 01-10,12。
        新考场须写地址和座位数；已有的考场可以不写。

        例 / example:
          kaowu rooms add --sitting ncre-58 --site 990701 --rooms 01-04 --address 学院路1号实验楼 --seats 60 \\
            --dates 2020-09-26,2020-09-27 --times 08:30-10:30,11:00-13:00
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(help: "考场号，如 01-10,12 / the rooms' numbers") var rooms: String
    @Option(help: "考场名称 / what they are called") var name: String?
    @Option(help: "考场地址 / where they are") var address: String?
    @Option(help: "座位数 / seats of each") var seats: String?
    @Option(help: "考场类型 / their kind") var kind: String?
    @Option(help: "日期，逗号分隔 / the days, separated by commas") var dates: String
    @Option(help: "时段，如 08:30-10:30,11:00-13:00 / from when to when") var times: String
    @Flag(help: "试运行：只说会怎样 / a dry run") var dryRun = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      var request = RoomsRequest(
        sitting: sitting, site: site, rooms: try Self.numbers(rooms), dates: Self.parts(dates),
        times: try Self.parts(times).map(Self.time))
      (request.name, request.address, request.seats, request.kind) = (name, address, seats, kind)
      let office = try await global.office()
      let result = try await office.addRooms(request, isDryRun: dryRun, in: console.language)
      try await ImportSummary.print(result, from: office, to: console)
      if result.hasErrors { throw ExitStatus.findings }
    }

    private static func parts(_ text: String) -> [String] {
      text.split { $0 == "," || $0 == "，" }.map { String($0.filter { !$0.isWhitespace }) }.filter {
        !$0.isEmpty
      }
    }

    /// `01-03,12` → 01, 02, 03, 12; a range has as many digits as its first number.
    private static func numbers(_ text: String) throws -> [String] {
      let numbers = try parts(text).flatMap { part in
        let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        let bounds = ends.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        guard bounds.count == ends.count, let first = bounds.first, let last = bounds.last, ends.count < 3,
          first <= last, last - first < 1_000
        else {
          throw UsageError(
            zh: "--rooms 的“\(part)”不是考场号。请写成 03，或范围 01-10。",
            en: "--rooms: “\(part)” is no room number. Write 03, or a range such as 01-10.")
        }
        return (first...last).map { number in
          let digits = String(number)
          return String(repeating: "0", count: max(0, ends[0].count - digits.count)) + digits
        }
      }
      guard !numbers.isEmpty else { throw UsageError(zh: "--rooms 没有考场号。", en: "--rooms names no room.") }
      return numbers
    }

    private static func time(_ text: String) throws -> RoomsRequest.Time {
      let ends = text.split { "-–~".contains($0) }.map(String.init)
      guard ends.count == 2 else {
        throw UsageError(
          zh: "--times 的“\(text)”不是时段。请写成 08:30-10:30。",
          en: "--times: “\(text)” is no time span. Write 08:30-10:30.")
      }
      return RoomsRequest.Time(start: ends[0], end: ends[1])
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除考场或它的一个批次；已编排的不能删除 — delete a room, or one batch of it",
      discussion: """
        例 / example:
          kaowu rooms delete --sitting ncre-58 --site 990701 --room 03 --batch 2
        """)

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点代码 / the site's code") var site: String
    @Option(help: "考场号 / the room's number") var room: String
    @Option(help: "批次号；不写则删除整个考场 / the batch; the whole room where it is left out") var batch: Int?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let count = try await global.office().deleteRoom(sitting: sitting, site: site, room: room, batch: batch)
      if console.isJSON { return try console.print(json: ["batches": count]) }
      console.say(zh: "已删除 \(count) 个批次。", en: "\(count) batches were deleted.")
    }
  }
}

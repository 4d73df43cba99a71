internal import ArgumentParser
internal import ExamModel
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu stations list|apply|approve|reject|evidence`
struct StationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stations", abstract: "考核站点：申报、批准、驳回、列出 — exam stations and their approval",
    discussion: """
      在考试项目要求站点批准时（如 1+X），站点经批准后才能导入考场和编排。

      例 / example:
        kaowu stations list --sitting one-plus-x-20 --site 990001
        kaowu stations approve --sitting one-plus-x-20 --site 99000101 --as body
      """, subcommands: [List.self, Apply.self, Approve.self, Reject.self, Evidence.self])

  /// Which station is meant.
  struct Place: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考核站点代码 / the station's code") var site: String
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出机构及其下级的申报和状态 — the applications and what became of them",
      discussion: "例 / example:\n  kaowu stations list --sitting one-plus-x-20 --site 990001 --json")

    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "站点或上级机构代码；默认用户的机构 / a station, or an organisation above") var site: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let console = global.console
      let stations = try await global.office().stations(sitting: sitting, site: site)
      if console.isJSON {
        try console.print(json: ItemList(stations.map(StationItem.init)))
        return
      }
      let rows = stations.map { station in
        [
          station.site, StationItem.word(station.state)[console.language], station.name, station.region,
          station.address, station.certificates.map(\.title).joined(separator: "、"),
          "\(station.contactName) \(station.contactPhone)", station.evidence?.name ?? "",
          station.reason ?? "",
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(stations.count) 个申报。", en: "\(stations.count) applications.")
    }
  }

  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply",
      abstract: "申报站点；被驳回的可以重新申报 — apply for a station, or anew after a rejection",
      discussion: """
        例 / example:
          kaowu stations apply --sitting one-plus-x-20 --site 99000101 --name 测试职业学院一测试系统运维考核站点 \\
            --region 110108 --address 测试路1号实训楼 --contact 李测试 --phone 13800000000 \\
            --email station@example.com --certificate "测试系统运维 初级" --evidence 材料.pdf
        """)

    @OptionGroup var place: Place
    @Option(help: "站点名称 / the station's name") var name: String
    @Option(help: "所在区域，6 位行政区划代码 / its region code") var region: String
    @Option(help: "详细地址 / its address") var address: String
    @Option(help: "联系人姓名 / the contact's name") var contact: String
    @Option(help: "联系人手机 / the contact's mobile number") var phone: String
    @Option(help: "联系人邮箱 / the contact's e-mail") var email: String
    @Option(help: "考核的证书：名称，或“名称 等级”；可写多次 / a certificate; once for each") var certificate: [String] = []
    @Option(help: "佐证材料，PDF 或 Word / an evidence file", completion: .file()) var evidence: String?
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      var request = StationRequest(sitting: place.sitting, site: place.site)
      (request.name, request.region, request.address) = (name, region, address)
      (request.contactName, request.contactPhone, request.contactEmail) = (contact, phone, email)
      (request.certificates, request.evidencePath) = (certificate, evidence)
      let edit = try await global.office().applyForStation(request)
      try global.console.show(edit, StationItem(edit.record)) {
        Wording(zh: "考核站点 \(place.site) 已申报，等待审批。", en: "Station \(place.site) is applied for.")
      }
    }
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve",
      abstract: "批准申报（培训评价组织）— approve an application",
      discussion: "例 / example:\n  kaowu stations approve --sitting one-plus-x-20 --site 99000101 --as body")

    @OptionGroup var place: Place
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let station = try await global.office().decideStation(
        .approved, sitting: place.sitting, site: place.site)
      try StationItem(station).show(global.console)
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject",
      abstract: "驳回申报，须写原因（培训评价组织）— reject an application with the reason",
      discussion: """
        例 / example:
          kaowu stations reject --sitting one-plus-x-20 --site 99000102 --reason 机房不足 --as body
        """)

    @OptionGroup var place: Place
    @Option(help: "原因 / why") var reason: String
    @OptionGroup var global: GlobalOptions

    func validate() throws { try UsageError.requireReason(reason) }

    func run() async throws {
      let station = try await global.office().decideStation(
        .rejected, sitting: place.sitting, site: place.site, reason: reason)
      try StationItem(station).show(global.console)
    }
  }

  struct Evidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evidence",
      abstract: "下载佐证材料 — write the evidence file as it came",
      discussion: "例 / example:\n  kaowu stations evidence --sitting one-plus-x-20 --site 99000101 -o 材料.pdf")

    @OptionGroup var place: Place
    @Option(name: .shortAndLong, help: "目标文件 / the file to write", completion: .file()) var output: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let station = try await global.office().saveEvidence(
        sitting: place.sitting, site: place.site, to: output)
      if global.console.isJSON { try global.console.print(json: StationItem(station)) }
      global.console.say(zh: "已写出 \(output)。", en: "Wrote \(output).")
    }
  }
}

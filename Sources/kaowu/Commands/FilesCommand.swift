internal import ArgumentParser
internal import ExamModel
internal import Imports
internal import Operations
internal import Storage
internal import Tabular

/// `kaowu files list|process|save|delete`
struct FilesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files", abstract: "机考文件：模拟考试报告、系统异常文件 — mock-exam reports and exception files",
    discussion: """
      上传用 kaowu import mock-report 或 kaowu import exception-files。

      例 / example:
        kaowu files list --sitting ncre-58 --site 990701 --kind exception-files
        kaowu files process 3 --state done --sitting ncre-58 --site 990701 --as prov99
      """, subcommands: [List.self, Process.self, Save.self, Delete.self])

  /// Whose files are meant.
  struct Place: ParsableArguments {
    @Option(help: "考次 / the sitting") var sitting: String
    @Option(help: "考点或上级机构代码 / the site's code, or an organisation above") var site: String
  }

  struct Item: Encodable {
    var id: Int
    var kind: String
    var site: String
    var name: String
    var bytes: Int
    var sha256: String
    var entries: Int
    var state: String
    var uploadedAt: String
    var uploadedBy: String

    init(_ file: SiteFileRecord) {
      id = file.id
      kind = file.kind
      site = file.site
      name = file.name
      bytes = file.bytes
      sha256 = file.sha256
      entries = file.entries
      state = file.state.rawValue
      uploadedAt = Instant(secondsSince1970: file.uploadedAt).iso
      uploadedBy = file.uploadedBy
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "列出文件和处理状态 — the files and how far they are",
      discussion: "例 / example:\n  kaowu files list --sitting ncre-58 --site 990701")

    @OptionGroup var place: Place
    @Option(help: "种类：\(SiteFileKinds.names.joined(separator: " ")) / the kind") var kind: String?
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if let kind, !SiteFileKinds.names.contains(kind) {
        throw UsageError.unknownKind(kind, known: SiteFileKinds.names)
      }
    }

    func run() async throws {
      let console = global.console
      let files = try await global.office().siteFiles(sitting: place.sitting, site: place.site, kind: kind)
      if console.isJSON {
        try console.print(json: ItemList(files.map(Item.init)))
        return
      }
      let rows = files.map { file in
        [
          String(file.id), file.kind, file.site, FilesCommand.title(file.state)[console.language], file.name,
          Wording(zh: "\(file.entries) 个文件", en: "\(file.entries) files")[console.language],
          Instant(secondsSince1970: file.uploadedAt).shortText, file.uploadedBy,
        ]
      }
      for line in Columns.lines(rows) { console.print(line) }
      console.say(zh: "共 \(files.count) 个。", en: "\(files.count) files.")
    }
  }

  struct Process: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "process",
      abstract: "设置处理状态（上级机构） — set how far a file is, by the organisation above",
      discussion: "例 / example:\n  kaowu files process 3 --state processing --sitting ncre-58 --site 990701")

    @Argument(help: "文件编号 / the file's number") var id: Int
    @Option(help: "processing 或 done / the state") var state: String
    @OptionGroup var place: Place
    @OptionGroup var global: GlobalOptions

    private static let states = [SiteFileState.processing, .done]

    func validate() throws {
      if !Self.states.contains(where: { $0.rawValue == state }) {
        throw UsageError.unknown(
          Wording(zh: "状态", en: "state"), state, known: Self.states.map(\.rawValue))
      }
    }

    func run() async throws {
      guard let state = SiteFileState(rawValue: state) else { return }
      let file = try await global.office().setState(
        state, ofFile: id, sitting: place.sitting, site: place.site)
      let title = FilesCommand.title(file.state)
      try FilesCommand.tell(
        Wording(
          zh: "文件 \(file.id)（\(file.name)）：\(title.zh)。", en: "File \(file.id) (\(file.name)): \(title.en)."),
        file, global.console)
    }
  }

  struct Save: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save",
      abstract: "下载文件 — write a file as it came",
      discussion: "例 / example:\n  kaowu files save 3 -o 异常.zip --sitting ncre-58 --site 990701")

    @Argument(help: "文件编号 / the file's number") var id: Int
    @Option(name: .shortAndLong, help: "目标文件 / the file to write", completion: .file()) var output: String
    @OptionGroup var place: Place
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let file = try await global.office().saveFile(
        id, sitting: place.sitting, site: place.site, to: output)
      try FilesCommand.tell(
        Wording(zh: "已写出 \(output)（\(file.bytes) 字节）。", en: "Wrote \(output) (\(file.bytes) bytes)."), file,
        global.console)
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "删除文件 — remove a file",
      discussion: "例 / example:\n  kaowu files delete 3 --sitting ncre-58 --site 990701")

    @Argument(help: "文件编号 / the file's number") var id: Int
    @OptionGroup var place: Place
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let file = try await global.office().deleteFile(id, sitting: place.sitting, site: place.site)
      try FilesCommand.tell(
        Wording(zh: "已删除文件 \(file.id)（\(file.name)）。", en: "File \(file.id) (\(file.name)) removed."), file,
        global.console)
    }
  }

  private static func tell(_ wording: Wording, _ file: SiteFileRecord, _ console: Console) throws {
    if console.isJSON { try console.print(json: Item(file)) } else { console.say(wording) }
  }

  private static func title(_ state: SiteFileState) -> Wording {
    switch state {
    case .notStarted: Wording(zh: "未开始处理", en: "not started")
    case .processing: Wording(zh: "正在处理", en: "processing")
    case .done: Wording(zh: "处理完成", en: "done")
    }
  }
}

internal import ArgumentParser
internal import Operations
internal import Tabular

/// `kaowu doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "诊断：数据库是否完好、未完成的任务、缺失的照片、过时的数据包、文档字体、各库版本 — is the store sound",
    discussion: """
      只检查，不改变任何数据 / it changes nothing. 退出码 / exit status: 0 完好 / sound, 5 有损坏 / damaged

      例 / example:
        kaowu doctor --store 考务.sqlite
      """)

  @OptionGroup var global: GlobalOptions

  private struct Result: Encodable {
    var store: String
    var version: String
    var diagnosis: Diagnosis

    func encode(to encoder: any Encoder) throws {
      try diagnosis.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(store, forKey: .store)
      try container.encode(version, forKey: .version)
    }

    private enum Key: String, CodingKey { case store, version }
  }

  func run() async throws {
    let console = global.console
    let path = try StoreLocation(option: global.store).shown
    let diagnosis = try await global.openOffice(create: false).diagnose()
    if console.isJSON {
      try console.print(json: Result(store: path, version: Kaowu.version, diagnosis: diagnosis))
    } else {
      for line in lines(diagnosis, path, console.language) { console.print(line) }
    }
    if !diagnosis.healthy { throw ExitStatus.storeFailed }
  }

  private func lines(_ diagnosis: Diagnosis, _ path: String, _ language: Language) -> [String] {
    func words(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    let (missing, alone) = (diagnosis.photosMissing, diagnosis.entriesAlone)
    let libraries = diagnosis.libraries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    var rows = [
      [words("数据库", "store"), path], [words("引擎", "engine"), diagnosis.engine],
      [
        words("结构版本", "schema"),
        words(
          "\(diagnosis.schema)（本程序到 \(diagnosis.schemaNewest)）",
          "\(diagnosis.schema) (this program knows \(diagnosis.schemaNewest))"),
      ],
      [
        words("完整性", "integrity"),
        diagnosis.problems.isEmpty
          ? words("完好", "sound")
          : words("✗ 已损坏，请停止使用并从备份恢复：", "✗ damaged; stop using it and restore a backup:"),
      ],
    ]
    rows += diagnosis.problems.map { ["", $0] }
    rows.append([
      words("照片", "photos"),
      missing == 0
        ? words("没有缺失", "none is missing")
        : words("✗ \(missing) 名考生标为有照片，但照片不在", "✗ \(missing) candidates are marked, but have no photo"),
    ])
    if alone > 0 {
      rows.append([
        words("报考", "entries"), words("✗ \(alone) 科次没有考生", "✗ \(alone) entries without a candidate"),
      ])
    }
    let counts = Self.names.compactMap { key, name in
      diagnosis.counts[key].map { "\(name[language]) \($0)" }
    }
    rows.append([words("数量", "counts"), counts.joined(separator: words("，", ", "))])
    let stale = diagnosis.packagesStale
    rows.append([
      words("数据包", "packages"),
      stale == 0
        ? words("没有过时的", "none is out of date")
        : words("\(stale) 个过时，见 packages list", "\(stale) out of date; see packages list"),
    ])
    rows.append([
      words("未完成的任务", "open jobs"),
      diagnosis.openJobs.isEmpty ? words("没有", "none") : String(diagnosis.openJobs.count),
    ])
    rows += diagnosis.openJobs.map { job in
      let state =
        job.interrupted
        ? words("已被中断，下一条命令会标为失败", "interrupted; the next command marks it failed")
        : words("正在进行", "running")
      return ["", "\(job.job)  \(job.kind)  \(job.site)  \(state)"]
    }
    rows.append([
      words("人脸检测", "face check"),
      diagnosis.faceDetector
        ? words("可用", "available")
        : words(
          "没有（缺 libkaowu-faces.so 或 OpenCV）；照片的其余检查照常",
          "none (libkaowu-faces.so or OpenCV is missing); photos are checked for all else"),
    ])
    let fonts = diagnosis.fontsMissing.joined(separator: words("、", ", "))
    rows.append([
      words("文档字体", "fonts"),
      fonts.isEmpty
        ? words("可用", "available")
        : words(
          "没有安装 \(fonts)，打印文档不能生成；请运行 scripts/bootstrap",
          "\(fonts) not installed, so that documents cannot be printed; run scripts/bootstrap"),
    ])
    rows.append([words("程序", "program"), "kaowu \(Kaowu.version)"])
    rows.append([words("所用的库", "libraries"), libraries.joined(separator: words("，", ", "))])
    return Columns.lines(rows)
  }

  private static let names = [
    ("sitting", Wording(zh: "考次", en: "sittings")), ("registration", Wording(zh: "考生", en: "candidates")),
    ("entry", Wording(zh: "科次", en: "entries")), ("photo", Wording(zh: "照片", en: "photos")),
    ("payment", Wording(zh: "支付", en: "payments")), ("room", Wording(zh: "考场", en: "rooms")),
    ("score", Wording(zh: "成绩", en: "scores")), ("job", Wording(zh: "任务", en: "jobs")),
    ("package", Wording(zh: "数据包", en: "packages")),
  ]
}

/// The same workbook again with override, nothing changed.
enum RegistrationRepeat: Job {
  static let name = "registrations-again"
  static let title = "同一工作簿覆盖导入，没有变化 · The same workbook again with override"
  static let sizes = [10_000, 100_000]
  static let comparedSize = 100_000
  static let aims = "≤ 0.7 × 首次导入 the first import"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let file = try await BenchFiles.workbook(size, .shared, workshop)
    let empty = try await BenchSitting.emptyStore(workshop)
    let filled = try await workshop.file("store-imported-\(size).sqlite") { path in
      try workshop.copy(empty, to: path)
      _ = try MeasuredProcess.run(workshop.command, RegistrationImport.importing(file, path, workshop))
    }
    let store = workshop.path("out/again.sqlite")
    let line = RegistrationImport.importing(file, store, workshop)
    var first = workshop.ours("首次导入 first import", line) { try workshop.copy(empty, to: store) }
    first.role = .peer
    return [
      workshop.ours("import --override", line + ["--override"]) { try workshop.copy(filled, to: store) },
      first,
    ]
  }
}

/// A workbook with a thousand faults is refused, and comes back with a note on each.
enum AnnotatedWorkbook: Job {
  static let name = "annotated"
  static let title = "批注副本 · The annotated copy"
  static let sizes = [10_000, 100_000]
  static let comparedSize = 100_000
  static let aims = "重新生成报告与批注副本 report and annotated copy made again ≤ 3 × unzip + zip"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let file = try await BenchFiles.workbook(size, .shared, faults: 1_000, workshop)
    let empty = try await BenchSitting.emptyStore(workshop)
    let refused = try await workshop.file("store-refused-\(size).sqlite") { path in
      try workshop.copy(empty, to: path)
      _ = try MeasuredProcess.run(
        workshop.command, RegistrationImport.importing(file, path, workshop), statuses: [1])
    }
    let reports = workshop.path("out/reports")
    let zip = workshop.path("out/annotated.zip")
    let folder = workshop.path("out/unzipped")
    return [
      workshop.ours(
        "jobs report",
        ["jobs", "report", "1", "-o", reports, "--store", refused, "--now", BenchSitting.clock, "--json"]),
      workshop.shell(
        "unzip + zip",
        "rm -rf '\(folder)' '\(zip)'; unzip -q -d '\(folder)' '\(file)'; cd '\(folder)'; zip -q -r '\(zip)' .",
        programs: ["unzip", "zip"]),
    ]
  }
}

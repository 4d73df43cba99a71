internal import Foundation

/// A list of candidates as a workbook, from the store.
enum ReportWorkbook: Job {
  static let name = "xlsx-write"
  static let title = "写工作簿 · Writing a workbook"
  static let sizes = [10_000, 100_000]
  static let comparedSize = 100_000
  static let aims = "≤ 1.1 × libxlsxwriter，文件 file ≤ 1.15 ×"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    let filled = try await BenchSitting.store(size, .ticketed, workshop)
    let entries = try await BenchFiles.entries(size, workshop)
    let store = workshop.path("out/xlsx-write.sqlite")
    let folder = workshop.path("out/xlsx-write")
    var ours = workshop.ours(
      "export registrations",
      ["export", "registrations", "--format", "xlsx", "-o", folder, "--quiet"]
        + BenchSitting.options(store, at: BenchSitting.later)
    ) {
      try workshop.copy(filled, to: store)
      try? FileManager.default.removeItem(atPath: folder)
    }
    ours.madeBytes = { workshop.size(inFolder: folder) }
    let made = workshop.path("out/peer.xlsx")
    func peer(_ contender: Contender) -> Contender {
      var contender = contender
      contender.madeBytes = { workshop.size(made) }
      return contender
    }
    return [
      ours,
      peer(
        workshop.python(
          "rustpy-xlsxwriter", "xlsx_write.py", ["rust", entries, made], modules: ["rustpy_xlsxwriter"])),
      peer(
        workshop.python("XlsxWriter", "xlsx_write.py", ["python", entries, made], modules: ["xlsxwriter"])),
      peer(
        workshop.floor(
          "libxlsxwriter in C", "xlsx_write", [entries, made], libraries: ["xlsxwriter"], role: .peer)),
    ]
  }
}

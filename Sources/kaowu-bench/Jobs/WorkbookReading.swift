/// A workbook of 30 columns, every cell read and printed.
enum WorkbookReading: Job {
  static let name = "xlsx-read"
  static let title = "读工作簿 · Reading a workbook"
  static let sizes = [10_000, 100_000]
  static let comparedSize = 100_000
  static let aims = "≤ 0.6 × 最好的 the best peer；目标 aim ≤ 1.5 × 下限 the floor"

  static func contenders(_ size: Int, _ workshop: Workshop) async throws -> [Contender] {
    var contenders: [Contender] = []
    for texts in [BenchWorkbook.Texts.shared, .inline] {
      let file = try await BenchFiles.workbook(size, texts, extra: 6, workshop)
      let form = texts.rawValue
      var all = [workshop.ours("inspect --csv", ["inspect", file, "--csv"])]
      all.append(
        workshop.python("polars", "xlsx_read.py", ["polars", file], modules: ["polars", "fastexcel"]))
      all.append(
        workshop.python("fastexcel", "xlsx_read.py", ["fastexcel", file], modules: ["fastexcel", "pyarrow"]))
      all.append(
        workshop.python("calamine", "xlsx_read.py", ["calamine", file], modules: ["python_calamine"]))
      all.append(workshop.floor("C: libdeflate + scan", "xlsx_read", [file], libraries: ["deflate"]))
      contenders += all.map { contender in
        var contender = contender
        contender.group = form
        return contender
      }
    }
    return contenders
  }
}

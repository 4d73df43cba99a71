internal import Exports
internal import Tabular

/// 续传说明 — the sheet by which a file of rejected rows names the job that they come from (REG-14): whoever mends the rows
/// sends the file again, and its counts join that job's.
struct RestNote: Equatable {
  /// The job.
  let job: Int
  /// The SHA-256 of the file that the job read, for jobs of other stores have the same numbers.
  let sha256: String

  init(job: Int, sha256: String) {
    self.job = job
    self.sha256 = sha256
  }

  /// What a workbook says; nil where it says nothing that can be understood.
  init?(of workbook: AnyWorkbook) throws(FileError) {
    guard let place = workbook.sheets.firstIndex(of: TemplateWorkbook.restSheet) else { return nil }
    var reader = try workbook.rows(at: place)
    var row = RawRow()
    var values: [String] = []
    while values.count < 3, try reader.read(into: &row) {
      if let text = row.text(column: 1) { values.append(text) }
    }
    guard values.count >= 2, let job = Int(values[0]), values[1].count == 64 else { return nil }
    self.init(job: job, sha256: values[1])
  }

  /// The sheet's lines: name, value.
  var lines: [(name: String, value: String)] {
    [("任务", String(job)), ("原文件 SHA-256", sha256)]
  }
}

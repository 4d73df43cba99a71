internal import CSVFormat
internal import Files
internal import Tabular

/// The files that the jobs read, made once for each size.
enum BenchFiles {
  /// A registration workbook, every row good.
  /// - Parameters:
  ///   - faults: how many rows have a check character that is wrong, evenly spread.
  ///   - extra: how many columns stand behind those of the layout.
  static func workbook(
    _ rows: Int, _ texts: BenchWorkbook.Texts, faults: Int = 0, extra: Int = 0, _ workshop: Workshop
  ) async throws -> String {
    let name = "registrations-\(rows)-\(texts.rawValue)\(faults > 0 ? "-\(faults)" : "")"
    return try await workshop.file("\(name)\(extra > 0 ? "-wide" : "").xlsx") { path in
      var book = try BenchWorkbook(path, sheet: "集体报名信息", texts)
      try book.append(Candidate.headings + (0..<extra).map { "附加\($0 + 1)" })
      for index in 0..<rows {
        var cells = Candidate(index).cells
        if faults > 0, index % (rows / faults) == 0 {
          cells[5] = String(cells[5].dropLast()) + (cells[5].hasSuffix("0") ? "1" : "0")
        }
        for place in 0..<extra { cells.append("附加信息\(place)-\((index * 31 + place) % 5_000)") }
        try book.append(cells)
      }
      try book.finish()
    }
  }

  /// A score file in GB 18030, in another order than the store.
  static func scores(_ rows: Int, _ workshop: Workshop) async throws -> String {
    try await workshop.file("scores-\(rows).csv") { path in
      let file = try WholeFile(path: path)
      var writer = try CSVWriter(file, encoding: .gb18030)
      try writer.write([
        "准考证号", "报名号", "姓名", "性别", "证件号码", "科目代码", "成绩", "等第", "违规", "证书编号", "备注", "课程一成绩",
      ])
      for place in 0..<rows {
        // 618 033 shares no factor with the sizes, so every row comes once.
        let candidate = Candidate(place * 618_033 % rows)
        try writer.write([
          candidate.place.ticket, String(20_200_000_000_001 + candidate.index), candidate.name, "1",
          candidate.documentNumber, candidate.subject, String(candidate.score), String(candidate.result), "",
          candidate.certificate, "", "",
        ])
      }
      try writer.finish()
      try file.finish()
    }
  }

  /// The entries as other programs take them in: UTF-8, one line each.
  static func entries(_ rows: Int, _ workshop: Workshop) async throws -> String {
    try await workshop.file("entries-\(rows).csv") { path in
      let file = try WholeFile(path: path)
      var writer = try CSVWriter(file, encoding: .utf8)
      try writer.write([
        "ticket", "number", "name", "sex", "birth", "ethnicity", "type", "document", "subject", "site",
        "room",
        "batch", "seat", "date", "time", "class", "score", "result",
      ])
      for index in 0..<rows {
        let candidate = Candidate(index)
        let place = candidate.place
        try writer.write([
          place.ticket, String(10_000_000_000_001 + index), candidate.name, "1",
          candidate.birthDate.filter { $0 != "-" }, "01", "1", candidate.documentNumber, candidate.subject,
          candidate.site, place.room, String(place.batch), String(place.seat), "20200926", "09:00-11:00",
          candidate.className, String(candidate.score), String(candidate.result),
        ])
      }
      try writer.finish()
      try file.finish()
    }
  }
}

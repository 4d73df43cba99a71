/// 旧版记录 — the records of a workbook's stream, one after the other: type, length, content.
struct OldRecords {
  var bytes: [UInt8] = []

  mutating func add(_ type: Int, _ fill: (RecordBytes) -> Void) {
    let record = RecordBytes()
    fill(record)
    bytes += RecordBytes().put2(type).put2(record.bytes.count).bytes + record.bytes
  }

  /// Begins the workbook's part (5) or a sheet's (16).
  mutating func begin(part: Int, isExcel95: Bool) {
    add(0x809) { $0.put2(isExcel95 ? 0x500 : 0x600).put2(part).put4(0x07cc_0dbb).put4(0).put4(6) }
  }
}

/// 共享文字记录 — the texts that cells share, split into records of a set size: in the middle of a text, if need be, for so
/// does Excel.
struct SharedTextRecords {
  private(set) var records: [UInt8] = []
  private var indices: [String: Int] = [:]

  init(_ sheets: [OldWorkbookBuilder.Sheet], recordBytes: Int) {
    var texts: [String] = []
    for case .text(let text) in sheets.flatMap(\.rows).flatMap(\.cells).map(\.cell.value)
    where indices[text] == nil {
      indices[text] = texts.count
      texts.append(text)
    }
    var record = RecordBytes().put4(texts.count).put4(texts.count)
    var type = 0xfc
    func end() {
      records += RecordBytes().put2(type).put2(record.bytes.count).bytes + record.bytes
      record = RecordBytes()
      type = 0x3c
    }
    for text in texts {
      let isWide = text.utf16.contains { $0 > 0xff }
      // A text's head is never split.
      if record.bytes.count + 3 > recordBytes { end() }
      record.put2(text.utf16.count).put(isWide ? 1 : 0, width: 1)
      for unit in text.utf16 {
        if record.bytes.count + (isWide ? 2 : 1) > recordBytes {
          end()
          record.put(isWide ? 1 : 0, width: 1)
        }
        record.put(Int(unit), width: isWide ? 2 : 1)
      }
    }
    end()
  }

  func index(of text: String) -> Int { indices[text] ?? 0 }
}

import Tabular

/// 条目布局 — goes through the archive in the order of its bytes: entries must begin at the first byte, must not
/// overlap, and must each agree with the directory.
struct EntryLayout {
  let headers: LocalHeaderReader
  let place: EntryPlace

  /// Where each record's packed bytes begin, in the records' order.
  func dataOffsets(
    _ records: [CentralRecord], directory: DirectoryReader, end: EndRecord
  ) throws(FileError) -> [Int] {
    var offsets = [Int](repeating: 0, count: records.count)
    let order = records.indices.sorted { records[$0].headerOffset < records[$1].headerOffset }
    let first = order.first.map { records[$0].headerOffset } ?? end.directory.lowerBound
    guard first == 0 else { throw EndRecord.prefixed(place.archive) }
    var position = 0
    for (rank, index) in order.enumerated() {
      let record = records[index]
      guard record.headerOffset >= position else { throw overlap(record) }
      try checkGap(from: position, to: record.headerOffset)
      let limit = end.directory.lowerBound
      guard record.headerOffset < limit else { throw disagreement(record) }
      let next = rank + 1 < order.count ? records[order[rank + 1]].headerOffset : limit
      guard
        let extent = try headers.extent(of: record, name: directory.name(record), next: next, limit: limit)
      else { throw disagreement(record) }
      offsets[index] = extent.dataOffset
      position = extent.whole.upperBound
    }
    try checkGap(from: position, to: end.directory.lowerBound)
    return offsets
  }

  /// Unused bytes between entries are harmless; an entry there that the directory does not list is not.
  private func checkGap(from start: Int, to end: Int) throws(FileError) {
    guard end - start >= 4,
      try EndRecord.signature(at: start, in: headers.source) == Signature.localHeader
    else { return }
    throw FileError(
      .hostile, at: place.archive, zh: "压缩包里有目录没有列出的条目，不同软件会看到不同内容，不予读取。请重新打包。",
      en: "The archive holds an entry that its directory does not list; it is not read. Pack it again.")
  }

  private func overlap(_ record: CentralRecord) -> FileError {
    FileError(
      .hostile, at: place.of(record.index, record.path), zh: "压缩包里的条目互相重叠，不予读取。请重新打包。",
      en: "Entries of the archive overlap; it is not read. Pack it again.")
  }

  private func disagreement(_ record: CentralRecord) -> FileError {
    FileError(
      .hostile, at: place.of(record.index, record.path),
      zh: "条目的本地头与压缩包目录不一致，或超出它的位置，整个压缩包不予读取。请重新打包或重新传输。",
      en:
        "The entry's own header does not agree with the directory, or reaches over its place; the archive is "
        + "refused. Pack or transfer it again.")
  }
}

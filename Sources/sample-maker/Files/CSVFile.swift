import CSVFormat
import Tabular

/// CSV 文件 — records as the bytes of a file.
enum CSVFile {
  /// The bytes of `records`, texts as they are.
  static func bytes(_ records: [[String]], encoding: CSVEncoding) throws(FileError) -> [UInt8] {
    let sink = CollectingSink()
    var writer = try CSVWriter(sink, encoding: encoding, cells: .exact)
    for record in records { try writer.write(record) }
    try writer.finish()
    return sink.bytes
  }

  /// Collects what a writer that keeps its own copy of the sink writes.
  private final class CollectingSink: ByteSink {
    private(set) var bytes: [UInt8] = []

    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
      self.bytes.append(contentsOf: bytes)
    }
  }
}

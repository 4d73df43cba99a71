public import Tabular

/// 上传文件表 — files kept by their content, each once, in pieces: a plan is carried out from it, a report is made again
/// from it.
public enum UploadTable {
  /// How much of a file one row holds, in bytes.
  private static let piece = 1 << 20

  /// Keeps a file. One whose content is there already is not kept twice.
  public static func keep(_ source: any ByteSource, sha256: String, _ session: any Session) throws {
    guard try !has(sha256, session) else { return }
    let loader = try session.loader("upload", columns: ["sha256", "ordinal", "content"])
    var buffer = [UInt8](repeating: 0, count: piece)
    var (offset, ordinal) = (0, 0)
    repeat {
      let got = try buffer.withUnsafeMutableBytes { bytes throws(FileError) in
        try source.read(at: offset, into: bytes)
      }
      guard got > 0 || ordinal == 0 else { break }
      try loader.add(sha256)
      try loader.add(.integer(ordinal))
      try loader.add(.bytes(Array(buffer[..<got])))
      try loader.endRow()
      (offset, ordinal) = (offset + got, ordinal + 1)
    } while offset < source.count
    try loader.finish()
  }

  /// Lets go of a content that only one job came with.
  public static func release(_ sha256: String, ofJob job: Int, _ session: any Session) throws {
    try session.execute(
      """
      DELETE FROM upload WHERE sha256 = $1
        AND NOT EXISTS (SELECT 1 FROM job WHERE file_sha256 = $1 AND id <> $2)
      """, [.text(sha256), .integer(job)])
  }

  /// Whether a content is kept.
  public static func has(_ sha256: String, _ session: any Session) throws -> Bool {
    try session.count("SELECT count(*) FROM upload WHERE sha256 = $1 AND ordinal = 0", [.text(sha256)]) > 0
  }

  /// Hands on the pieces of a content in their order.
  public static func forEachPiece(
    of sha256: String, _ session: any Session, _ body: ([UInt8]) throws -> Void
  ) throws {
    try session.forEach("SELECT content FROM upload WHERE sha256 = $1 ORDER BY ordinal", [.text(sha256)]) {
      try body($0.bytes(0))
    }
  }
}

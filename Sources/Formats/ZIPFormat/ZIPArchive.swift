public import Tabular

/// 严格 ZIP 读取器 — the entries of an archive, checked against every trust rule before the first of them is read.
public final class ZIPArchive: Sendable {
  /// All entries in the order of the directory, folders and litter included.
  public let entries: [ZIPEntry]
  private let source: any ByteSource
  private let name: String

  /// Opens an archive.
  public init(_ source: any ByteSource, limits: ZIPLimits, name: String) throws(FileError) {
    self.source = source
    self.name = name
    entries = []
  }

  /// The entry with exactly this path; nil where there is none.
  public func entry(_ path: String) -> ZIPEntry? { nil }

  /// Opens an entry for reading from its first byte to its last.
  public func stream(_ entry: ZIPEntry) throws(FileError) -> ZIPEntryStream { ZIPEntryStream() }

  /// All the bytes of an entry, checked.
  public func bytes(_ entry: ZIPEntry, atMost: Int) throws(FileError) -> [UInt8] { [] }

  /// What the entry's first bytes say it is.
  public func kind(of entry: ZIPEntry) throws(FileError) -> FileKind { .unknown }
}

/// 条目字节流 — an entry that is unpacked while it is read.
public final class ZIPEntryStream: ByteStream {
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int { 0 }
}

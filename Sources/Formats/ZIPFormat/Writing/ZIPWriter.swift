public import Tabular

/// ZIP 写出器 — writes an archive entry by entry, without going back in what it has written. The same calls give the
/// same bytes.
public final class ZIPWriter: ByteSink {
  /// How an entry is packed.
  public enum Compression: Sendable, Equatable {
    /// As it is; right for pictures, which do not get smaller.
    case stored
    /// Deflated, level 1 (fast) to 9 (small).
    case deflated(level: Int)
    /// The usual balance of speed and size.
    public static let standard = Compression.deflated(level: 6)
  }

  /// Where the archive goes.
  public private(set) var sink: any ByteSink

  /// Begins an archive.
  public init(_ sink: any ByteSink) { self.sink = sink }

  /// Begins an entry; what is written until `endEntry()` becomes its content.
  public func begin(
    _ path: String, date: ZIPDate = .earliest, compression: Compression = .standard, mayPass4GiB: Bool = false
  ) throws(FileError) {}

  /// Takes bytes for the entry that was begun.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {}

  /// Ends the entry that was begun.
  public func endEntry() throws(FileError) {}

  /// Writes a whole entry.
  public func add(
    _ path: String, bytes: [UInt8], date: ZIPDate = .earliest, compression: Compression = .standard
  ) throws(FileError) {}

  /// Writes the directory; the archive is complete after it.
  public func finish() throws(FileError) {}

  /// An archive in memory.
  public static func bytes(_ body: (ZIPWriter) throws(FileError) -> Void) throws(FileError) -> [UInt8] { [] }
}

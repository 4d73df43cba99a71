public import Tabular

/// ZIP 写出器 — writes an archive entry by entry, without going back in what it has written. The same calls give
/// the same bytes: nothing depends on the clock. Names follow the reader's rules, so that what is written can
/// be read.
///
/// It is a `ByteSink` itself: between `begin` and `endEntry` any writer of rows or sheets can write into it.
public final class ZIPWriter: ByteSink {
  /// How an entry is packed.
  public enum Compression: Sendable, Equatable {
    /// As it is; right for pictures, which do not get smaller.
    case stored
    /// Deflated, level 1 (fast) to 9 (small).
    case deflated(level: Int)
    /// The usual balance of speed and size.
    public static let standard = Compression.deflated(level: 6)

    /// The level zlib and libdeflate both know; nil where nothing is deflated.
    var level: Int? {
      if case .deflated(let level) = self { min(max(level, 1), 9) } else { nil }
    }

    var method: ZIPMethod { level == nil ? .stored : .deflated }
  }

  /// Where the archive goes.
  public private(set) var sink: any ByteSink
  private let bounds: Bounds
  private var directory: [UInt8] = []
  private var entryCount = 0
  private var offset = 0
  private var paths: Set<String> = []
  private var open: OpenEntry?
  private var wholePacker: WholePacker?
  private var isFinished = false

  /// Begins an archive.
  public convenience init(_ sink: any ByteSink) { self.init(sink, bounds: Bounds()) }

  init(_ sink: any ByteSink, bounds: Bounds) {
    self.sink = sink
    self.bounds = bounds
  }

  /// From where on the writer takes another form.
  struct Bounds {
    /// Sizes and offsets from here on stand in zip64 fields.
    var size = Field.in64For32
    /// Numbers of entries from here on stand in the zip64 end record.
    var entries = Field.in64For16
    /// The most packed bytes of a streamed entry that are held back until its sizes are known.
    var held = 1 << 20
  }

  /// Begins an entry; what is written until `endEntry()` becomes its content. Up to 1 MiB of packed bytes are
  /// held back so that the sizes can stand before them; a larger entry has them behind it, in a descriptor.
  /// - Parameters:
  ///   - path: parts joined by `/`; a folder's path ends with `/`, and it gets no content.
  ///   - mayPass4GiB: must be true for content that could reach 4 GiB.
  /// - Throws: `.hostile` for a path that no reader should accept or that was used before; `.disk` where
  ///   writing fails.
  public func begin(
    _ path: String, date: ZIPDate = .earliest, compression: Compression = .standard, mayPass4GiB: Bool = false
  ) throws(FileError) {
    precondition(open == nil, "The entry before must be ended first.")
    try take(path)
    let header = EntryHeader(path: path, date: date, method: compression.method, offset: offset)
    open = try OpenEntry(header, level: compression.level, mayPass4GiB: mayPass4GiB)
  }

  /// Takes bytes for the entry that was begun.
  /// - Throws: `.tooLarge` at 4 GiB unless begun with `mayPass4GiB`; `.disk` where writing fails.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    guard let open else { preconditionFailure("An entry must be begun before anything is written.") }
    try open.take(bytes) { piece throws(FileError) in try emit(piece, of: open) }
  }

  /// Takes bytes for the entry that was begun.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withUnsafeBufferPointer { buffer throws(FileError) in try write(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Takes the UTF-8 bytes of a text for the entry that was begun.
  public func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }

  /// Ends the entry that was begun.
  public func endEntry() throws(FileError) {
    guard let entry = open else { preconditionFailure("An entry must be begun before it is ended.") }
    try entry.end { piece throws(FileError) in try emit(piece, of: entry) }
    open = nil
    if entry.header.hasDescriptor {
      try put(entry.header.descriptor)
    } else {
      try put(entry.header.local(bounds))
      try put(entry.held)
    }
    list(entry.header)
  }

  /// Writes a whole entry; its sizes stand before it. Content that deflating does not make smaller is stored.
  /// - Throws: `.hostile` for a path that no reader should accept or that was used before; `.disk` where
  ///   writing fails.
  public func add(
    _ path: String, bytes: [UInt8], date: ZIPDate = .earliest, compression: Compression = .standard
  ) throws(FileError) {
    precondition(open == nil, "The entry before must be ended first.")
    precondition(bytes.isEmpty || path.utf8.last != UInt8(ascii: "/"), "A folder has no content.")
    try take(path)
    var header = EntryHeader(path: path, date: date, method: .stored, offset: offset)
    var content = bytes
    if let level = compression.level, let packed = try packWhole(bytes, level: level) {
      header.method = .deflated
      content = packed
    }
    bytes.withUnsafeBytes { header.checkSum.add($0) }
    header.size = bytes.count
    header.packedSize = content.count
    try put(header.local(bounds))
    try put(content)
    list(header)
  }

  /// Writes the directory; the archive is complete after it. The sink is not finished by it: a `WholeFile`
  /// still wants its own `finish()`.
  public func finish() throws(FileError) {
    precondition(open == nil && !isFinished, "Every entry must be ended, and an archive is finished once.")
    isFinished = true
    let end = EndWriter(entries: entryCount, directorySize: directory.count, directoryOffset: offset)
    try put(directory)
    try put(end.records(bounds))
    directory = []
  }

  /// An archive in memory: `body` adds the entries.
  public static func bytes(_ body: (ZIPWriter) throws(FileError) -> Void) throws(FileError) -> [UInt8] {
    let sink = SharedMemory()
    let writer = ZIPWriter(sink)
    try body(writer)
    try writer.finish()
    return sink.bytes
  }
}

extension ZIPWriter {
  /// Writes an entry whose packed bytes and sizes are known.
  func addPacked(
    _ header: EntryHeader,
    _ pieces: (_ take: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    precondition(open == nil, "The entry before must be ended first.")
    try take(header.path)
    var header = header
    header.offset = offset
    try put(header.local(bounds))
    try pieces { piece throws(FileError) in
      try sink.write(piece)
      offset += piece.count
    }
    list(header)
  }

  private var longestPath: Int { 1024 }

  private func take(_ path: String) throws(FileError) {
    precondition(!isFinished, "The archive is finished.")
    if let trick = PathTrick.in(path) {
      throw FileError(
        .hostile, zh: "不能写入压缩包：条目名\(trick.wording.zh)。请改名后重试。",
        en: "Not written to the archive: the entry's name \(trick.wording.en). Rename it and try again.")
    }
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    let isPlain = path.utf8.count <= longestPath && !path.utf8.contains(UInt8(ascii: "\\"))
    guard isPlain, paths.insert(isFolder ? String(path.dropLast()) : path).inserted else {
      throw FileError(
        .hostile, zh: "不能写入压缩包：条目名重复、过长，或含有反斜杠。请改名后重试。",
        en:
          "Not written to the archive: the entry's name is doubled, too long, or has a backslash. Rename it.")
    }
  }

  private func packWhole(_ bytes: [UInt8], level: Int) throws(FileError) -> [UInt8]? {
    if wholePacker?.level != level { wholePacker = try WholePacker(level: level) }
    return wholePacker?.pack(bytes)
  }

  /// Holds packed bytes back while they are few; once they are many, the header goes out without sizes.
  private func emit(_ piece: UnsafeRawBufferPointer, of entry: OpenEntry) throws(FileError) {
    if !entry.header.hasDescriptor {
      if entry.held.count + piece.count <= bounds.held {
        entry.held.append(contentsOf: piece)
        return
      }
      entry.header.hasDescriptor = true
      try put(entry.header.local(bounds))
      try put(entry.held)
      entry.held = []
    }
    try sink.write(piece)
    offset += piece.count
  }

  private func put(_ bytes: [UInt8]) throws(FileError) {
    try sink.write(bytes)
    offset += bytes.count
  }

  private func list(_ header: EntryHeader) {
    directory.append(contentsOf: header.central(bounds))
    entryCount += 1
  }
}

/// Collects an archive in memory.
private final class SharedMemory: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    self.bytes.append(contentsOf: bytes)
  }
}

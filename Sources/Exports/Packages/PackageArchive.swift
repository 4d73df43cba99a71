internal import Files
internal import Tabular
internal import ZIPFormat

/// 数据包写出器 — a package that is a ZIP. Every entry is hashed on its way; at the end come the manifest and its signature,
/// last, so that whoever takes the first entries of such a ZIP finds what was always there.
///
/// It is a `ByteSink` like `ZIPWriter`: between `begin` and `endEntry` any writer of rows can write into it.
final class PackageArchive: ByteSink {
  private let archive: ZIPWriter
  private let context: ExportContext
  private var files: [PackageManifest.File] = []
  private var path = ""
  private var count = 0
  private var hash = ContentHash()

  /// Begins a package.
  init(_ sink: any ByteSink, _ context: ExportContext) {
    archive = ZIPWriter(sink)
    self.context = context
  }

  /// Begins an entry; what is written until `endEntry()` becomes its content.
  func begin(
    _ path: String, compression: ZIPWriter.Compression = .standard, mayPass4GiB: Bool = false
  ) throws(FileError) {
    try archive.begin(
      path, date: context.entryDate, compression: compression, mayPass4GiB: mayPass4GiB)
    self.path = path
    count = 0
    hash = ContentHash()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    hash.update(bytes)
    count += bytes.count
    try archive.write(bytes)
  }

  /// Ends the entry that was begun.
  func endEntry() throws(FileError) {
    try archive.endEntry()
    var whole = ContentHash()
    swap(&whole, &hash)
    files.append(PackageManifest.File(path: path, bytes: count, sha256: whole.finish()))
  }

  /// Writes a whole entry; a folder's path ends with `/`, and it gets no content.
  func add(
    _ path: String, bytes: [UInt8], compression: ZIPWriter.Compression = .standard
  ) throws(FileError) {
    try archive.add(path, bytes: bytes, date: context.entryDate, compression: compression)
    files.append(
      PackageManifest.File(path: path, bytes: bytes.count, sha256: ContentHash.sha256(of: bytes)))
  }

  /// Writes manifest, signature and directory; the package is complete after it.
  /// - Returns: the manifest; nil where nobody signs.
  func finish(records: Int) throws -> SignedManifest? {
    let signed = try context.seal?.manifest(of: files, records: records, context)
    if let signed {
      try archive.add(PackageManifest.path, bytes: signed.manifest, date: context.entryDate)
      try archive.add(
        PackageManifest.signaturePath, bytes: signed.signature, date: context.entryDate, compression: .stored)
    }
    try archive.finish()
    return signed
  }
}

/// One entry as the directory describes it, before its local header has been seen.
struct CentralRecord {
  let index: Int
  /// The decoded path.
  let path: String
  /// Where in the directory the name's bytes lie.
  let nameRange: Range<Int>
  let flags: Int
  let method: ZIPMethod
  let checkSum: Int
  let compressedSize: Int
  let size: Int
  let headerOffset: Int

  /// Whether sizes and check sum stand behind the packed bytes too.
  var hasDescriptor: Bool { flags & Flag.descriptor != 0 }
}

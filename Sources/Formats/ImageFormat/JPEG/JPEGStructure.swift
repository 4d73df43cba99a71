/// JPEG 结构 — a whole JPEG, taken apart into its segments; where each lies, not what it holds.
struct JPEGStructure: Sendable {
  /// One marker segment, and the coded data that follows it where it opens a scan.
  struct Segment: Sendable {
    var marker: UInt8
    /// The bytes after the length field.
    var payload: Range<Int>
    /// The entropy-coded data after a start of scan, empty for all others.
    var data: Range<Int>
  }

  var frame: JPEGFrame
  /// The segments between the start and the end of the image.
  var segments: [Segment]
  var scans: Int
  var orientation: Int

  /// The picture's description for `byteCount` bytes of file.
  func info(byteCount: Int) -> ImageInfo {
    ImageInfo(
      format: .jpeg, width: frame.width, height: frame.height, byteCount: byteCount,
      components: frame.componentIDs.count, orientation: orientation, isProgressive: frame.isProgressive,
      scans: scans)
  }
}

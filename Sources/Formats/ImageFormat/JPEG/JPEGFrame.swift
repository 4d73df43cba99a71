/// JPEG 帧头 — the frame header (SOF): how large the picture is and how it is coded.
struct JPEGFrame: Sendable, Equatable {
  let width: Int
  let height: Int
  /// The components' identifiers in their order.
  let componentIDs: [UInt8]
  let isProgressive: Bool

  /// Reads a frame header; its numbers are held against `limits` before anything is done with them.
  init(marker: UInt8, bytes: [UInt8], payload: Range<Int>, limits: ImageLimits) throws(ImageProblem) {
    // 0 baseline, 1 extended, 2 progressive; all others are lossless, hierarchical or arithmetic.
    guard (0xC0...0xC2).contains(marker) else { throw .unsupported(JPEGMarker.name(marker)) }
    guard payload.count >= 6 else { throw .damaged("SOF") }
    let start = payload.lowerBound
    let count = Int(bytes[start + 5])
    guard payload.count == 6 + 3 * count else { throw .damaged("SOF") }
    guard bytes[start] == 8 else { throw .unsupported("\(bytes[start]) bit") }
    height = bytes.bigEndian16(at: start + 1)
    width = bytes.bigEndian16(at: start + 3)
    guard width > 0, height > 0 else { throw .damaged("SOF \(width)×\(height)") }
    try limits.admit(width: width, height: height)
    guard [1, 3, 4].contains(count) else { throw .unsupported("\(count) components") }
    componentIDs = (0..<count).map { bytes[start + 6 + 3 * $0] }
    isProgressive = marker == 0xC2
  }
}

import ImageFormat
import Testing

@testable import ImageFormat

/// Pictures small enough that every byte of them can be tried.
enum SmallPictures {
  /// A picture with colours and edges in it, so that a decoder has something to get wrong.
  static func picture(width: Int = 24, height: Int = 32, seed: UInt64 = 7) -> RGBPicture {
    var random = SeededBits(seed: seed)
    let pixels = (0..<width * height * 3).map { UInt8(truncatingIfNeeded: $0 * 3 ^ Int(random.next() & 31)) }
    return RGBPicture(width: width, height: height, pixels: pixels)
  }

  static func jpeg(isProgressive: Bool = false) throws -> [UInt8] {
    try JPEGEncoder.encode(picture(), quality: 80, isProgressive: isProgressive)
  }

  static func png() throws -> [UInt8] { try PNGEncoder.encode(picture()) }

  /// A marker segment of a JPEG.
  static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
  }

  /// A JPEG with more segments right after its start.
  static func jpeg(_ jpeg: [UInt8], with segments: [UInt8]) -> [UInt8] {
    Array(jpeg[..<2] + segments + jpeg[2...])
  }

  /// A JPEG whose frame header states another size.
  static func jpeg(stating width: Int, _ height: Int, frameMarker: UInt8 = 0xC0) throws -> [UInt8] {
    var bytes = try jpeg()
    let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
    bytes[frame + 1] = frameMarker
    bytes[frame + 5] = UInt8(height >> 8)
    bytes[frame + 6] = UInt8(height & 0xFF)
    bytes[frame + 7] = UInt8(width >> 8)
    bytes[frame + 8] = UInt8(width & 0xFF)
    return bytes
  }

  /// A PNG of chunks, after the signature; check sums are right.
  static func png(_ chunks: [(String, [UInt8])]) -> [UInt8] {
    PNGStructure.signature + chunks.flatMap { PNGEncoder.chunk($0.0, $0.1) }
  }

  /// The data of a PNG's header chunk.
  static func header(
    _ width: UInt32, _ height: UInt32, depth: UInt8 = 8, colour: UInt8 = 2, interlace: UInt8 = 0
  ) -> [UInt8] {
    [width, height].flatMap { number in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
      + [depth, colour, 0, 0, interlace]
  }

  /// EXIF data that states an orientation, without the `Exif` before it.
  static func tiff(orientation: UInt8, isLittleEndian: Bool) -> [UInt8] {
    isLittleEndian
      ? [
        0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0,
      ]
      : [
        0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
      ]
  }
}

/// Bits that are the same for the same seed (SplitMix64).
struct SeededBits: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// What a checker with the default limits finds wrong; nil where the picture is good.
func problem(_ bytes: [UInt8], limits: ImageLimits = ImageLimits()) -> ImageProblem? {
  guard case .failure(let problem) = ImageChecker(limits: limits).check(bytes) else { return nil }
  return problem
}

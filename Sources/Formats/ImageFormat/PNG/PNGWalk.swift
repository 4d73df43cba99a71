import CZlib

/// PNG 遍历 — goes from chunk to chunk, from the header to the end, and checks each one's length, place and check
/// sum. Whether the pixel data unpacks is for `PNGPixelData` to say.
struct PNGWalk {
  private static let mostChunks = 65_536

  private let bytes: [UInt8]
  private let limits: ImageLimits
  private var position = PNGStructure.signature.count
  private var header: PNGHeader?
  private var chunks: [PNGStructure.Chunk] = []
  private var hasPalette = false
  private var hasPixels = false
  private var orientation = 1

  private init(_ bytes: [UInt8], limits: ImageLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Takes a PNG apart. Bytes after its end are left out.
  static func structure(of bytes: [UInt8], limits: ImageLimits) throws(ImageProblem) -> PNGStructure {
    guard bytes.starts(with: PNGStructure.signature) else {
      throw PNGStructure.signature.starts(with: bytes) ? .truncated : .damaged("signature")
    }
    var walk = PNGWalk(bytes, limits: limits)
    while true {
      let chunk = try walk.nextChunk()
      try walk.take(chunk)
      if chunk.type == "IEND" { return try walk.finished() }
    }
  }

  private mutating func nextChunk() throws(ImageProblem) -> PNGStructure.Chunk {
    guard chunks.count < Self.mostChunks else { throw .damaged("\(Self.mostChunks)+ chunks") }
    guard position + 8 <= bytes.count else { throw .truncated }
    let length = bytes.bigEndian32(at: position)
    guard length < 1 << 31 else { throw .damaged("length") }
    let letters = bytes[position + 4..<position + 8]
    guard letters.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { throw .damaged("chunk") }
    let data = position + 8..<position + 8 + length
    guard data.upperBound + 4 <= bytes.count else { throw .truncated }
    let type = String(decoding: letters, as: UTF8.self)
    let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress! + position + 4, UInt32(length + 4)) }
    guard Int(sum) == bytes.bigEndian32(at: data.upperBound) else { throw .damaged("CRC \(type)") }
    position = data.upperBound + 4
    return PNGStructure.Chunk(type: type, data: data)
  }

  private mutating func take(_ chunk: PNGStructure.Chunk) throws(ImageProblem) {
    guard chunks.isEmpty == (chunk.type == "IHDR") else { throw .damaged("IHDR") }
    switch chunk.type {
    case "IHDR":
      header = try PNGHeader(bytes, data: chunk.data, limits: limits)
    case "PLTE":
      guard !hasPalette, !hasPixels, (3...768).contains(chunk.data.count), chunk.data.count % 3 == 0 else {
        throw .damaged("PLTE")
      }
      hasPalette = true
    case "IDAT":
      guard !hasPixels || chunks.last?.type == "IDAT" else { throw .damaged("IDAT") }
      hasPixels = true
    case "IEND":
      guard chunk.data.isEmpty else { throw .damaged("IEND") }
    case "eXIf":
      orientation = EXIFOrientation.read(bytes, tiff: chunk.data)
    default:
      // A capital first letter says that the picture cannot be shown without the chunk.
      guard let first = chunk.type.utf8.first, first & 0x20 != 0 else { throw .unsupported(chunk.type) }
    }
    chunks.append(chunk)
  }

  private func finished() throws(ImageProblem) -> PNGStructure {
    guard let header, hasPixels else { throw .damaged("no IDAT") }
    guard hasPalette || header.colour != .palette else { throw .damaged("no PLTE") }
    return PNGStructure(header: header, chunks: chunks, orientation: orientation)
  }
}

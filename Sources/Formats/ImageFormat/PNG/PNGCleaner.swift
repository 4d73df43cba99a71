/// PNG 清理 — writes a PNG again with its critical chunks and the few others that its look depends on. Texts, times,
/// EXIF data, colour profiles and whatever follows the end stay behind.
enum PNGCleaner {
  /// The cleaned picture; its pixel data is the same byte for byte.
  static func clean(_ bytes: [UInt8], _ structure: PNGStructure) -> [UInt8] {
    var clean = PNGStructure.signature
    clean.reserveCapacity(bytes.count)
    var once: Set<String> = []
    for chunk in structure.chunks where isKept(chunk, structure.header) {
      guard chunk.type == "IDAT" || once.insert(chunk.type).inserted else { continue }
      clean.append(contentsOf: bytes[chunk.whole])
    }
    return clean
  }

  /// A chunk is kept for its type, and only at the length that the type has, so that nothing rides along in it.
  private static func isKept(_ chunk: PNGStructure.Chunk, _ header: PNGHeader) -> Bool {
    switch chunk.type {
    case "IHDR", "IDAT", "IEND": true
    case "PLTE": header.colour != .grey && header.colour != .greyAlpha
    case "gAMA": chunk.data.count == 4
    case "sRGB": chunk.data.count == 1
    case "pHYs": chunk.data.count == 9
    case "tRNS":
      switch header.colour {
      case .grey: chunk.data.count == 2
      case .rgb: chunk.data.count == 6
      case .palette: chunk.data.count <= 256
      case .greyAlpha, .rgbAlpha: false
      }
    default: false
    }
  }
}

/// JPEG 清理 — writes a JPEG again with nothing but what its pixels need: tables, frame and scans word for word.
/// EXIF, thumbnails, colour profiles, comments and whatever follows the end of the image stay behind.
enum JPEGCleaner {
  /// The cleaned picture; decodes to the same pixels as `bytes`.
  static func clean(_ bytes: [UInt8], _ structure: JPEGStructure) -> [UInt8] {
    let start: [UInt8] = [0xFF, JPEGMarker.startOfImage]
    var clean = start
    clean.reserveCapacity(bytes.count)
    let header = structure.segments.prefix { $0.marker != JPEGMarker.startOfScan }
    let jfif = header.first { $0.marker == JPEGMarker.jfif && isJFIF(bytes[$0.payload]) }
    if let jfif {
      // Identifier, version, unit and density; the last two bytes say that there is no thumbnail.
      append(JPEGMarker.jfif, bytes[jfif.payload].prefix(12) + [0, 0], to: &clean)
    }
    let adobe = header.last { $0.marker == JPEGMarker.adobe && isAdobe(bytes[$0.payload]) }
    if let adobe, needsAdobe(bytes[adobe.payload], structure.frame, hasJFIF: jfif != nil) {
      append(JPEGMarker.adobe, bytes[adobe.payload].prefix(12), to: &clean)
    }
    for segment in structure.segments
    where !JPEGMarker.applicationData.contains(segment.marker) && segment.marker != JPEGMarker.comment {
      append(segment.marker, bytes[segment.payload], to: &clean)
      clean.append(contentsOf: bytes[segment.data])
    }
    clean += [0xFF, JPEGMarker.endOfImage]
    return clean
  }

  private static func append(_ marker: UInt8, _ payload: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let length = payload.count + 2
    bytes += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
    bytes.append(contentsOf: payload)
  }

  private static func isJFIF(_ payload: ArraySlice<UInt8>) -> Bool {
    payload.count >= 14 && payload.starts(with: Array("JFIF\0".utf8))
  }

  private static func isAdobe(_ payload: ArraySlice<UInt8>) -> Bool {
    payload.count >= 12 && payload.starts(with: Array("Adobe".utf8))
  }

  /// Whether the colours come out wrong without Adobe's marker. It tells RGB from YCbCr and CMYK from YCCK; without
  /// it, three components are YCbCr (unless they are called R, G, B) and four are CMYK.
  private static func needsAdobe(_ payload: ArraySlice<UInt8>, _ frame: JPEGFrame, hasJFIF: Bool) -> Bool {
    let transform = payload[payload.startIndex + 11]
    switch frame.componentIDs.count {
    case 1: return false
    case 3: return transform != 1 || (!hasJFIF && frame.componentIDs == Array("RGB".utf8))
    default: return true
    }
  }
}

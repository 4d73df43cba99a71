import Glibc

/// JPEG 遍历 — goes from marker to marker, from the start of the image to its end, at the speed of memory. What it
/// accepts is whole in form: every segment inside the file, a frame before the first scan, all components in
/// scans, an end. Whether the coded data makes sense is for the decoder to say.
struct JPEGWalk {
  /// More segments than any camera or program writes, few enough that a list of them costs nothing.
  private static let mostSegments = 4_096

  private let bytes: [UInt8]
  private let limits: ImageLimits
  private var position = 2
  private var frame: JPEGFrame?
  private var segments: [JPEGStructure.Segment] = []
  private var scans = 0
  private var orientation = 1
  private var componentsSeen: Set<UInt8> = []

  private init(_ bytes: [UInt8], limits: ImageLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Takes a JPEG apart; `bytes` begin with the start of an image. Bytes after its end are left out.
  static func structure(of bytes: [UInt8], limits: ImageLimits) throws(ImageProblem) -> JPEGStructure {
    var walk = JPEGWalk(bytes, limits: limits)
    while true {
      let marker = try walk.nextMarker()
      if marker == JPEGMarker.endOfImage { return try walk.finished() }
      // Markers without a length: a second start, or a restart outside of a scan.
      if marker < 0xC0 || (0xD0...0xD8).contains(marker) { throw .damaged(JPEGMarker.name(marker)) }
      try walk.take(marker, payload: try walk.nextPayload())
    }
  }

  /// The next marker; any number of 0xFF may stand before it.
  private mutating func nextMarker() throws(ImageProblem) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    guard bytes[position] == 0xFF else { throw .damaged("marker") }
    while position < bytes.count, bytes[position] == 0xFF { position += 1 }
    guard position < bytes.count else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  /// The segment's bytes after its length, which counts itself.
  private mutating func nextPayload() throws(ImageProblem) -> Range<Int> {
    guard position + 2 <= bytes.count else { throw .truncated }
    let length = bytes.bigEndian16(at: position)
    guard length >= 2 else { throw .damaged("length") }
    guard position + length <= bytes.count else { throw .truncated }
    defer { position += length }
    return position + 2..<position + length
  }

  private mutating func take(_ marker: UInt8, payload: Range<Int>) throws(ImageProblem) {
    guard segments.count < Self.mostSegments else { throw .damaged("\(Self.mostSegments)+ segments") }
    var data = position..<position
    switch marker {
    case JPEGMarker.quantisationTables, JPEGMarker.huffmanTables, JPEGMarker.restartInterval,
      JPEGMarker.comment:
      break
    case JPEGMarker.arithmeticConditioning:
      throw .unsupported(JPEGMarker.name(marker))
    case 0xC0...0xCF:
      guard frame == nil else { throw .damaged("second SOF") }
      frame = try JPEGFrame(marker: marker, bytes: bytes, payload: payload, limits: limits)
    case JPEGMarker.applicationData:
      if marker == JPEGMarker.exif, bytes[payload].starts(with: Array("Exif\0\0".utf8)), orientation == 1 {
        orientation = EXIFOrientation.read(bytes, tiff: payload.dropFirst(6))
      }
    case JPEGMarker.startOfScan:
      try takeScanHeader(payload)
      data = scanData()
    default:
      throw .damaged(JPEGMarker.name(marker))
    }
    segments.append(JPEGStructure.Segment(marker: marker, payload: payload, data: data))
  }

  /// A scan header names the frame's components that the scan carries.
  private mutating func takeScanHeader(_ payload: Range<Int>) throws(ImageProblem) {
    guard let frame, let count = bytes[payload].first.map(Int.init), payload.count == 4 + 2 * count else {
      throw .damaged("SOS")
    }
    scans += 1
    guard scans <= limits.scans else { throw .tooManyScans(most: limits.scans) }
    let isFirstOfItsComponents = bytes[payload.upperBound - 3] == 0
    for index in 0..<count {
      let id = bytes[payload.lowerBound + 1 + 2 * index]
      guard frame.componentIDs.contains(id) else { throw .damaged("SOS") }
      if isFirstOfItsComponents { componentsSeen.insert(id) }
    }
  }

  /// The coded data up to the next marker that is not part of it: 0xFF00 is a byte 0xFF, 0xFFD0…7 are restarts.
  private mutating func scanData() -> Range<Int> {
    let start = position
    position = bytes.withUnsafeBytes { buffer in
      var place = start
      while place < buffer.count,
        let found = memchr(buffer.baseAddress! + place, 0xFF, buffer.count - place)
      {
        let mark = UnsafeRawPointer(found) - buffer.baseAddress!
        place = mark + 1
        while place < buffer.count, buffer[place] == 0xFF { place += 1 }
        guard place < buffer.count else { return buffer.count }
        if buffer[place] != 0x00, !JPEGMarker.restarts.contains(buffer[place]) { return mark }
        place += 1
      }
      return buffer.count
    }
    return start..<position
  }

  /// The end of the image: something must have come before it.
  private func finished() throws(ImageProblem) -> JPEGStructure {
    guard let frame else { throw .damaged("no SOF") }
    guard componentsSeen.count == Set(frame.componentIDs).count else { throw .damaged("no scan") }
    return JPEGStructure(frame: frame, segments: segments, scans: scans, orientation: orientation)
  }
}

internal import Files
internal import ImageFormat
internal import Tabular
internal import ZIPFormat

/// A ZIP of different pictures named by ID number, about 22 KB each.
enum PhotoArchive {
  static func make(_ count: Int, isDeflated: Bool, _ workshop: Workshop) async throws -> String {
    try await workshop.file("photos-\(count)-\(isDeflated ? "deflated" : "stored").zip") { path in
      let file = try WholeFile(path: path)
      let archive = ZIPWriter(file)
      for index in 0..<count {
        let bytes = try JPEGEncoder.encode(picture(index), quality: 90)
        try archive.add(
          "\(Candidate(index).documentNumber).jpg", bytes: bytes,
          compression: isDeflated ? .deflated(level: 6) : .stored)
      }
      try archive.finish()
      try file.finish()
    }
  }

  /// A light ground with noise: size and cost of decoding are those of a photograph.
  private static func picture(_ index: Int) -> RGBPicture {
    let (width, height) = (240, 320)
    var state = UInt64(index + 1)
    var pixels = [UInt8](repeating: 0, count: width * height * 3)
    for place in stride(from: 0, to: pixels.count, by: 3) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let noise = UInt8((state >> 33) & 23)
      pixels[place] = 200 &+ noise
      pixels[place + 1] = 210 &+ noise
      pixels[place + 2] = 225 &+ noise
    }
    return RGBPicture(width: width, height: height, pixels: pixels)
  }
}

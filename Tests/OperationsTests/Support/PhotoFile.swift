import Files
import Foundation
import ImageFormat
import Imports
import Operations
import Tabular
import TestKit

/// Pictures, good and bad, for photo imports. NCRE asks for a JPEG of 20 to 200 KiB, at least 144×192, 3:4.
enum PhotoFile {
  /// A picture with noise in it, so that its file is not small.
  static func picture(width: Int = 240, height: Int = 320, seed: UInt64 = 1) -> RGBPicture {
    var random = SeededGenerator(seed: seed)
    let pixels = (0..<width * height * 3).map { place in
      UInt8(truncatingIfNeeded: 128 + place / 3 % width / 4) ^ UInt8(truncatingIfNeeded: random.next() & 31)
    }
    return RGBPicture(width: width, height: height, pixels: pixels)
  }

  /// A JPEG that the programme takes.
  static func jpeg(width: Int = 240, height: Int = 320, seed: UInt64 = 1, quality: Int = 95) throws -> [UInt8]
  {
    try JPEGEncoder.encode(picture(width: width, height: height, seed: seed), quality: quality)
  }
}

extension OfficeFixture {
  /// Imports pictures as a photo ZIP.
  func importPhotos(
    _ photos: [(path: String, bytes: [UInt8])], site: String = "990701", as user: String? = nil,
    overrides: Bool = false
  ) async throws -> ImportResult {
    let bytes = ArchiveBuilder(photos.map { ArchiveBuilder.Entry($0.path, $0.bytes) }).bytes()
    return try await importPhotoArchive(bytes, site: site, as: user, overrides: overrides)
  }

  /// Imports the bytes of a photo ZIP.
  func importPhotoArchive(
    _ bytes: [UInt8], site: String = "990701", as user: String? = nil, overrides: Bool = false
  ) async throws -> ImportResult {
    let path = try folder.file("\(UUID().uuidString).zip", bytes)
    return try await importing("photos", path, site: site, as: user) { $0.overrides = overrides }
  }
}

import Exports
import Files
import Foundation
import ImageFormat
import Imports
import Operations
import Programmes
import SamplePictures
import Testing

/// Photo rules of another programme: they stand in its definition, and nothing else is changed for them.
@Suite struct PhotoProgrammeTests {
  /// The programmes with another rule for photos: that of 1+X, with a red background.
  private func library(_ fixture: OfficeFixture) throws -> ProgrammeLibrary {
    let folder = fixture.folder.url.appending(path: "Templates")
    try FileManager.default.copyItem(at: Shipped.root.appending(path: "Templates"), to: folder)
    let file = folder.appending(path: "Programmes/ncre/programme.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "photo:\n")?.lowerBound)
    let end = try #require(text.range(of: "\n# 准考证号")?.lowerBound)
    let rule = """
      photo:
        formats: [jpeg, png]
        bytes: {most: 5242880}
        pixels: {width: 295, height: 413}
        ratio: {width: 5, height: 7, tolerance: 2}
        backgrounds: [red]

      """
    let changed = String(text[..<start]) + rule + String(text[end...])
    try changed.write(to: file, atomically: true, encoding: .utf8)
    return ProgrammeLibrary(folder: folder.path)
  }

  /// A portrait of 295×413 pixels.
  private func picture(_ background: Colour) -> RGBPicture {
    let whole = PortraitFile.picture(width: 310, background: background)
    var pixels: [UInt8] = []
    for row in 0..<413 {
      let first = row * whole.width + 7
      pixels += whole.pixels[3 * first..<3 * (first + 295)]
    }
    return RGBPicture(width: 295, height: 413, pixels: pixels)
  }

  @Test(
    "PHO-05 1+X: JPEG or PNG, at most 5 MiB, 295×413, on red; the colour is looked at where the check is asked for"
  )
  func onePlusX() async throws {
    let fixture = try await OfficeFixture()
    let library = try library(fixture)
    let candidates = Candidate.some(5)
    _ = try await fixture.register(candidates)
    let (red, white) = (Colour(red: 217, green: 20, blue: 27), Colour(red: 244, green: 244, blue: 244))
    let photos: [(path: String, bytes: [UInt8])] = [
      ("\(candidates[0].id).png", try PNGEncoder.encode(picture(red))),
      ("\(candidates[1].id).jpg", try JPEGEncoder.encode(picture(red), quality: 90)),
      ("\(candidates[2].id).png", try PNGEncoder.encode(picture(white))),
      ("\(candidates[3].id).jpg", try PhotoFile.jpeg(width: 280, height: 400)),
      ("\(candidates[4].id).jpg", try PortraitFile.jpeg(background: red)),
    ]
    let result = try await fixture.importPortraits(
      photos, detector: OneFace(), library: library)
    #expect(
      result.marks.filter { !$0.hasPrefix("4") } == ["3 照片文件名 PHO-06.colour", "5 照片文件名 PHO-05"])
    #expect(result.marks.contains("4 照片文件名 PHO-05"))
    #expect(result.first("PHO-06.colour")?.message.contains("红色") == true)
    #expect(result.rows.created == 2)
    let unchecked = try await fixture.importPortraits(
      [photos[2]], detector: OneFace(), checks: false, library: library)
    #expect(unchecked.findings.isEmpty && unchecked.rows.created == 1)
  }

  /// One face where it should be.
  private struct OneFace: FaceDetector {
    func faces(in picture: GreyPicture, atLeast height: Int) -> [PixelBox]? {
      let side = picture.height / 2
      return [PixelBox(x: (picture.width - side) / 2, y: picture.height / 5, width: side, height: side)]
    }
  }
}

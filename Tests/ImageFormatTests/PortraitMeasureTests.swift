import SamplePictures
import TestKit
import Testing

@testable import ImageFormat

/// What the pixels of a portrait tell, without any face detector.
@Suite struct PortraitMeasureTests {
  private func portrait(
    _ fault: IDPhoto.Fault? = nil, width: Int = 240, grain: Int = 6, background: Colour? = nil
  ) -> RGBPicture {
    var random = SeededGenerator(seed: 5)
    var photo = IDPhoto()
    photo.width = width
    photo.grain = grain
    if let background { photo.background = background }
    return photo.picture(fault, &random)
  }

  private func measures(_ picture: RGBPicture) -> PortraitMeasures {
    PortraitMeasures(of: picture, detector: nil, tolerance: 40)
  }

  @Test("PHO-06 a blank picture has no contrast, a portrait has")
  func contrast() {
    #expect(measures(portrait(.blank)).contrast < 6)
    #expect(measures(portrait()).contrast > 30)
    let two = RGBPicture(width: 2, height: 1, pixels: [0, 0, 0, 255, 255, 255])
    #expect(GreyPicture(two).pixels == [0, 255] && GreyPicture(two).contrast == 127.5)
  }

  @Test(
    "PHO-06 out of focus is told from sharp at every size, and grain does not hide it",
    arguments: [150, 240, 358, 720])
  func sharpness(width: Int) {
    for grain in [0, 6] {
      #expect(measures(portrait(width: width, grain: grain)).sharpness > 8)
      #expect(measures(portrait(.blurred, width: width, grain: grain)).sharpness < 3.5)
    }
  }

  @Test("PHO-06 an even area has no sharpness, single dots have, and a box outside the picture is nothing")
  func laplacian() {
    let even = GreyPicture(RGBPicture(width: 20, height: 20, pixels: [UInt8](repeating: 90, count: 1_200)))
    let whole = PixelBox(x: 0, y: 0, width: 20, height: 20)
    #expect(even.sharpness(in: whole, standard: 20) == 0)
    var dots = [UInt8](repeating: 0, count: 1_200)
    for place in 3 * (10 * 20 + 10)..<3 * (10 * 20 + 10) + 3 { dots[place] = 255 }
    let dotted = GreyPicture(RGBPicture(width: 20, height: 20, pixels: dots))
    let value = dotted.sharpness(in: whole, standard: 20)
    #expect(value > 1)
    // At half the height the same things would have a sixteenth of the variance.
    #expect(dotted.sharpness(in: whole, standard: 40) == value / 16)
    #expect(dotted.sharpness(in: PixelBox(x: 30, y: 0, width: 20, height: 20), standard: 20) == 0)
    #expect(dotted.sharpness(in: PixelBox(x: -5, y: -5, width: 40, height: 40), standard: 20) == value)
  }

  @Test("PHO-06 the colour behind the head is found whatever the sitter wears, and stripes are not even")
  func background() throws {
    let blue = try #require(
      measures(portrait(background: Colour(red: 67, green: 142, blue: 219))).background)
    #expect(abs(blue.red - 67) < 8 && abs(blue.green - 142) < 10 && abs(blue.blue - 219) < 14)
    #expect(blue.evenShare > 99)
    #expect(try #require(measures(portrait(.background)).background).evenShare < 80)
    // Half black, half white: whichever is the median, half of the border is something else.
    let pixels = (0..<40 * 40).flatMap { $0 % 40 < 21 ? [0, 0, 0] : [255, 255, 255] as [UInt8] }
    let halves = try #require(
      BackgroundMeasure(of: RGBPicture(width: 40, height: 40, pixels: pixels), face: nil, tolerance: 40))
    #expect(halves.red == 0 && halves.evenShare > 45 && halves.evenShare < 60)
  }

  @Test("PHO-06 hair that reaches the border beside the face is no part of the background")
  func hair() throws {
    var pixels = [UInt8](repeating: 240, count: 100 * 100 * 3)
    for row in 30..<60 {
      for column in 0..<100 { for channel in 0..<3 { pixels[3 * (row * 100 + column) + channel] = 20 } }
    }
    let picture = RGBPicture(width: 100, height: 100, pixels: pixels)
    let face = PixelBox(x: 10, y: 40, width: 80, height: 40)
    #expect(BackgroundMeasure(of: picture, face: face, tolerance: 40)?.evenShare == 100)
    #expect(try #require(BackgroundMeasure(of: picture, face: nil, tolerance: 40)).evenShare < 100)
    // A head that fills the picture leaves nothing to measure.
    let all = PixelBox(x: 0, y: 0, width: 100, height: 100)
    #expect(BackgroundMeasure(of: picture, face: all, tolerance: 40) == nil)
  }

  @Test("PHO-06 a large picture is reduced to means, a small one is left alone")
  func reduction() {
    let picture = RGBPicture(width: 4, height: 2, pixels: (0..<24).map { UInt8($0 * 10) })
    #expect(picture.reduced(to: 4) == picture)
    let half = picture.reduced(to: 2)
    #expect(half.width == 2 && half.height == 1)
    #expect(half.pixels == [75, 85, 95, 135, 145, 155])
    let line = RGBPicture(width: 9_000, height: 1, pixels: [UInt8](repeating: 7, count: 27_000)).reduced(
      to: 320)
    #expect(line.width == 320 && line.height == 1 && line.pixels.allSatisfy { $0 == 7 })
  }

  /// Says that faces are where a test wants them.
  private struct SaidFaces: FaceDetector {
    let boxes: [PixelBox]?
    func faces(in picture: GreyPicture, atLeast height: Int) -> [PixelBox]? { boxes }
  }

  @Test(
    "PHO-06 faces are told in shares of the picture; small boxes beside a face are none; a failure is not nobody"
  )
  func faces() {
    func measured(_ boxes: [PixelBox]?) -> [PortraitMeasures.Face]? {
      PortraitMeasures(of: portrait(), detector: SaidFaces(boxes: boxes), tolerance: 40).faces
    }
    let face = PixelBox(x: 60, y: 80, width: 120, height: 160)
    let button = PixelBox(x: 110, y: 280, width: 40, height: 40)
    #expect(measured([button, face]) == [PortraitMeasures.Face(height: 0.5, x: 0.5, y: 0.5)])
    #expect(measured([face, face])?.count == 2)
    #expect(measured([])?.isEmpty == true)
    #expect(measured(nil) == nil)
  }
}

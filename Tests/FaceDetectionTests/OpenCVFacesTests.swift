import FaceDetection
import ImageFormat
import SamplePictures
import TestKit
import Testing

/// The detector itself, on drawn portraits; these need OpenCV and are passed over where it is missing.
@Suite(.enabled(if: OpenCVFaces() != nil, "OpenCV is not installed"))
struct OpenCVFacesTests {
  private func faces(_ photo: IDPhoto, _ fault: IDPhoto.Fault?, seed: UInt64) throws -> [PixelBox] {
    var random = SeededGenerator(seed: seed)
    let picture = GreyPicture(photo.picture(fault, &random))
    return try #require(OpenCVFaces()?.faces(in: picture, atLeast: 38))
  }

  @Test("PHO-06 one frontal face is found where it is, whoever it is", arguments: 0..<12 as Range<UInt64>)
  func oneFace(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var photo = IDPhoto()
    photo.sitter = Sitter.any(&random)
    let boxes = try faces(photo, nil, seed: seed)
    let box = try #require(boxes.first)
    #expect(boxes.count == 1)
    #expect((100...180).contains(box.height), "\(box)")
    #expect(abs(box.x + box.width / 2 - 120) < 12 && abs(box.y + box.height / 2 - 145) < 20, "\(box)")
  }

  @Test(
    "PHO-06 nobody is nobody, two are two",
    arguments: [(IDPhoto.Fault.nobody, 0), (.blank, 0), (.several, 2)])
  func others(fault: IDPhoto.Fault, count: Int) throws {
    for seed in 0..<4 as Range<UInt64> { #expect(try faces(IDPhoto(), fault, seed: seed).count == count) }
  }

  @Test("PHO-06 one detector serves several tasks at a time")
  func parallel() async throws {
    var random = SeededGenerator(seed: 3)
    let picture = GreyPicture(IDPhoto().picture(&random))
    let detector = try #require(OpenCVFaces())
    let first = detector.faces(in: picture, atLeast: 38)
    #expect(first?.count == 1)
    await withTaskGroup(of: [PixelBox]?.self) { group in
      for _ in 0..<16 { group.addTask { detector.faces(in: picture, atLeast: 38) } }
      for await found in group { #expect(found == first) }
    }
  }
}

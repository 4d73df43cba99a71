import FaceDetection
import ImageFormat
import Imports
import Operations
import SamplePictures
import Tabular
import TestKit
import Testing

/// The ID-photo check with the real detector; passed over where OpenCV is missing.
@Suite(.enabled(if: PortraitFile.canFindFaces, "OpenCV is not installed"))
struct PortraitDetectionTests {
  @Test(
    "PHO-06 faults planted among good portraits are found, exactly those; mended, all are taken",
    arguments: [11, 12] as [UInt64])
  func planted(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let candidates = Candidate.some(24)
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    var faults: [Int: IDPhoto.Fault] = [:]
    let rows = (0..<candidates.count).shuffled(using: &random)
    for (row, fault) in zip(rows, IDPhoto.Fault.allCases) { faults[row] = fault }
    func photos(_ faults: [Int: IDPhoto.Fault]) throws -> [(path: String, bytes: [UInt8])] {
      try candidates.enumerated().map { row, candidate in
        // A blank picture of many bytes: nobody should be told of its size instead.
        let quality = faults[row] == .blank ? 100 : 95
        let picture = PortraitFile.picture(faults[row], seed: seed + UInt64(row), width: 420)
        return ("\(candidate.id).jpg", try JPEGEncoder.encode(picture, quality: quality))
      }
    }
    let result = try await fixture.importPortraits(try photos(faults), detector: OpenCVFaces())
    let expected = faults.sorted { $0.key < $1.key }.map { "\($0.key + 1) 照片文件名 PHO-06.\($0.value.rawValue)" }
    #expect(result.marks.filter { !$0.hasSuffix("PHO-05") } == expected)
    #expect(result.tally == [24, 16, 0, 0, 0, 8])

    let mended = try photos([:]).enumerated().filter { faults[$0.offset] != nil }.map(\.element)
    let second = try await fixture.importPortraits(mended, detector: OpenCVFaces())
    #expect(second.marks.isEmpty && second.tally == [8, 8, 0, 0, 0, 0])
  }
}

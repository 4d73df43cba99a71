import Exports
import Files
import Foundation
import ImageFormat
import Imports
import Operations
import Programmes
import SamplePictures
import Tabular
import Testing

/// The optional ID-photo check. Faces are said by the test, so that the rules are proved on every machine.
@Suite struct PortraitCheckTests {
  /// A store with as many candidates as there are pictures, and the pictures' import with the check.
  private func checked(
    _ pictures: [RGBPicture], detector: (any FaceDetector)?, checks: Bool = true
  ) async throws -> ImportResult {
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(pictures.count)
    _ = try await fixture.register(candidates)
    let photos = try zip(candidates, pictures).map {
      (path: "\($0.id).jpg", bytes: try JPEGEncoder.encode($1, quality: 95))
    }
    return try await fixture.importPortraits(photos, detector: detector, checks: checks)
  }

  /// A detector that finds the same faces in every picture, in hundredths of its size.
  private struct Everywhere: FaceDetector {
    let faces: [(x: Int, y: Int, side: Int)]?

    func faces(in picture: GreyPicture, atLeast height: Int) -> [PixelBox]? {
      faces?.map { face in
        let side = face.side * picture.height / 100
        return PixelBox(
          x: face.x * picture.width / 100 - side / 2, y: face.y * picture.height / 100 - side / 2,
          width: side,
          height: side)
      }
    }
  }

  @Test(
    "PHO-06 one frontal face of plausible size and place is asked for; each failure has its own code",
    arguments: [
      ([(50, 45, 45)], nil), ([], "PHO-06.none"), ([(25, 45, 40), (75, 45, 40)], "PHO-06.several"),
      ([(50, 45, 20)], "PHO-06.size"), ([(50, 45, 68)], "PHO-06.size"), ([(30, 45, 45)], "PHO-06.place"),
      ([(70, 45, 45)], "PHO-06.place"), ([(50, 70, 45)], "PHO-06.place"), ([(50, 18, 30)], "PHO-06.place"),
      // On the limits of the definition: 25 % and 65 % of the height, 15 % off the middle.
      ([(50, 45, 26)], nil), ([(50, 45, 64)], nil), ([(64, 45, 45)], nil), ([(50, 61, 45)], nil),
    ] as [([(Int, Int, Int)], String?)])
  func faces(_ faces: [(Int, Int, Int)], rule: String?) async throws {
    let detector = Everywhere(faces: faces.map { (x: $0.0, y: $0.1, side: $0.2) })
    let result = try await checked([PortraitFile.picture()], detector: detector)
    #expect(result.marks == (rule.map { ["1 照片文件名 \($0)"] } ?? []))
    #expect(result.state == "done" && result.rows.created == (rule == nil ? 1 : 0))
  }

  @Test("PHO-06 blank, blurred and uneven pictures are found without any face")
  func pixels() async throws {
    let detector = Everywhere(faces: [(50, 45, 45)])
    let pictures = [nil, .blank, .blurred, .background, .colour].map { PortraitFile.picture($0, width: 420) }
    let result = try await checked(pictures, detector: detector)
    #expect(
      result.marks.filter { !$0.contains("PHO-05") } == [
        "2 照片文件名 PHO-06.blank", "3 照片文件名 PHO-06.blurred", "4 照片文件名 PHO-06.background",
        "5 照片文件名 PHO-06.colour",
      ])
    #expect(result.rows.created == 1)
    #expect(result.first("PHO-06.colour")?.message.contains("浅色") == true)
    #expect(result.findings.allSatisfy { $0.suggestion?.isEmpty == false })
  }

  @Test("PHO-06 without a detector the pixels are checked all the same, and one warning says what was not")
  func noDetector() async throws {
    let pictures = [nil, .nobody, .background, .several].map { PortraitFile.picture($0) }
    let result = try await checked(pictures, detector: nil)
    #expect(result.marks == ["3 照片文件名 PHO-06.background", "PHO-06.detector"])
    let warning = try #require(result.first("PHO-06.detector"))
    #expect(warning.severity == .warning && warning.row == nil)
    #expect(warning.suggestion?.contains("libopencv-objdetect-dev") == true)
    #expect(result.tally == [4, 3, 0, 0, 0, 1])
    // Good photos alone: a warning, and nothing is refused.
    let good = try await checked([PortraitFile.picture()], detector: nil)
    #expect(!good.hasErrors && good.rows.created == 1 && good.findings.count == 1)
  }

  @Test("PHO-06 where the detection fails on a photo, that is a warning on it, not a missing face")
  func failedDetection() async throws {
    let result = try await checked([PortraitFile.picture()], detector: Everywhere(faces: nil))
    #expect(result.marks == ["1 照片文件名 PHO-06.detector"])
    #expect(!result.hasErrors && result.rows.created == 1)
  }

  @Test("PHO-06 the check is optional: unasked, nobody looks at faces or pixels")
  func notAsked() async throws {
    let pictures = [.nobody, .background, .colour].map { PortraitFile.picture($0) }
    let result = try await checked(pictures, detector: Everywhere(faces: []), checks: false)
    #expect(result.findings.isEmpty && result.rows.created == 3)
  }

  @Test("PHO-06 a picture that is cut off is that, and not looked at further")
  func cutOff() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0)])
    let half = Array(try PortraitFile.jpeg().dropLast(9_000))
    let result = try await fixture.importPortraits(
      [("\(Candidate(0).id).jpg", half)], detector: Everywhere(faces: []))
    #expect(result.marks == ["1 照片文件名 PHO-05"])
  }
}

extension OfficeFixture {
  /// Imports pictures with the ID-photo check.
  func importPortraits(
    _ photos: [(path: String, bytes: [UInt8])], detector: (any FaceDetector)?, checks: Bool = true,
    library: ProgrammeLibrary = Shipped.library
  ) async throws -> ImportResult {
    let path = try folder.zip("\(UUID().uuidString).zip", photos)
    var request = ImportRequest(kind: "photos", path: path, sitting: SittingPlan.code, site: "990701")
    request.reports = folder.path("reports")
    request.options.checksPortraits = checks
    let clock = clock
    let office = Office(
      database: database, library: library, userName: "site990701", clock: { clock.now },
      faceDetector: { detector })
    return try await office.importFile(request)
  }
}

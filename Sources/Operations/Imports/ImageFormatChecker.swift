internal import ImageFormat
internal import Imports
internal import Programmes
internal import Tabular

/// 图像检查 — looks into photos with the image formats, for an import that knows none.
struct ImageFormatChecker: PictureChecker {
  /// What the ID-photo check needs; nil where it was not asked for (PHO-06).
  var portraits: PortraitCheck?

  /// 证件照检测 — how portraits are measured.
  struct PortraitCheck {
    /// Finds the faces; nil where there is no detector on this machine.
    let detector: (any FaceDetector)?
    let rule: PortraitRule
  }

  func makeReader() -> any PictureReader { Reader(portraits: portraits) }

  func cleaned(_ picture: [UInt8]) -> [UInt8]? { ImageChecker.cleaned(picture) }

  private struct Reader: PictureReader {
    let portraits: PortraitCheck?
    // It keeps a decoder and code tables, which serve one task at a time.
    let checker = ImageChecker()

    func read(_ picture: [UInt8]) -> PictureReading {
      var reading = PictureReading()
      do throws(ImageProblem) {
        let image = try checker.check(picture).get()
        reading.format = image.info.format.rawValue
        reading.width = image.info.width
        reading.height = image.info.height
        reading.cleaned = image.cleaned()
        if let portraits { reading.portrait = portraits.read(try checker.picture(of: image)) }
      } catch {
        reading.problem = PictureReading.Problem(message: error.message, advice: error.advice)
      }
      return reading
    }
  }
}

extension ImageFormatChecker.PortraitCheck {
  func read(_ picture: RGBPicture) -> PortraitReading {
    let measures = PortraitMeasures(of: picture, detector: detector, tolerance: rule.backgroundTolerance)
    return PortraitReading(
      contrast: measures.contrast, sharpness: measures.sharpness,
      background: measures.background.map {
        PortraitReading.Background(
          red: $0.red, green: $0.green, blue: $0.blue, evenShare: $0.evenShare)
      },
      faces: measures.faces?.map { PortraitReading.Face(height: $0.height, x: $0.x, y: $0.y) })
  }
}

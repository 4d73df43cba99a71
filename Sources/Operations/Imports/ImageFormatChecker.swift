internal import ImageFormat
internal import Imports
internal import Tabular

/// 图像检查 — looks into photos with the image formats, for an import that knows none.
struct ImageFormatChecker: PictureChecker {
  func read(_ pictures: [[UInt8]]) -> [PictureReading] {
    // A checker keeps a decoder, which serves one task at a time.
    let checker = ImageChecker()
    return pictures.map { picture in
      var reading = PictureReading()
      switch checker.check(picture) {
      case .success(let image):
        reading.format = image.info.format.rawValue
        reading.width = image.info.width
        reading.height = image.info.height
        reading.cleaned = image.cleaned()
      case .failure(let problem):
        reading.problem = PictureReading.Problem(message: problem.message, advice: problem.advice)
      }
      return reading
    }
  }
}

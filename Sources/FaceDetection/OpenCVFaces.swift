public import ImageFormat
import Synchronization

/// OpenCV 人脸检测 — finds frontal faces with OpenCV's Haar cascade. OpenCV stands behind a small library that is loaded
/// when the first detector is asked for: where it is missing, everything else works.
public final class OpenCVFaces: FaceDetector {
  /// The cascade as Debian's opencv-data installs it, and where OpenCV's own installation puts it.
  static let cascades = ["/usr", "/usr/local"].flatMap { prefix in
    ["opencv4", "opencv"].map {
      "\(prefix)/share/\($0)/haarcascades/haarcascade_frontalface_default.xml"
    }
  }
  /// More faces than any photo of one person can be taken for.
  private static let mostFaces = 16

  private let library: FaceLibrary
  private let cascade: String
  /// Detectors that nobody is using; each serves one thread at a time, and reading the cascade takes a while.
  private let idle: Mutex<[FaceLibrary.Handle]>

  /// A detector; nil where the library or the cascade is missing.
  public convenience init?() {
    guard let library = FaceLibrary.find() else { return nil }
    self.init(library, cascades: Self.cascades)
  }

  init?(_ library: FaceLibrary, cascades: [String]) {
    for cascade in cascades {
      guard let first = library.makeDetector(cascade: cascade) else { continue }
      self.library = library
      self.cascade = cascade
      idle = Mutex([first])
      return
    }
    return nil
  }

  deinit {
    for handle in idle.withLock({ $0 }) { library.destroy(handle) }
  }

  public func faces(in picture: GreyPicture, atLeast height: Int) -> [PixelBox]? {
    guard let handle = idle.withLock({ $0.popLast() }) ?? library.makeDetector(cascade: cascade) else {
      return nil
    }
    defer { idle.withLock { $0.append(handle) } }
    var numbers = [Int32](repeating: 0, count: 4 * Self.mostFaces)
    let count = picture.pixels.withUnsafeBufferPointer { pixels in
      library.detect(handle, pixels, picture.width, picture.height, least: height, into: &numbers)
    }
    guard count >= 0 else { return nil }
    return (0..<min(count, Self.mostFaces)).map { index in
      let box = numbers[4 * index..<4 * index + 4].map(Int.init)
      return PixelBox(x: box[0], y: box[1], width: box[2], height: box[3])
    }
  }
}

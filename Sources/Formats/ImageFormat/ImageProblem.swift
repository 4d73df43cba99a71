/// 图片问题 — why a picture is not taken. It carries what is wrong, never contents.
public enum ImageProblem: Error, Sendable, Equatable {
  /// Neither a JPEG nor a PNG, but this.
  case wrongKind(ContentKind)
  /// Cut off before its end.
  case truncated
  /// Contradicts itself or its check sums; the argument names the part (`SOF`, `IDAT`, `scan`).
  case damaged(String)
  /// More bytes than are allowed.
  case tooManyBytes(count: Int, most: Int)
  /// A side or an area over the limits.
  case tooManyPixels(width: Int, height: Int)
  /// More scans than are allowed.
  case tooManyScans(most: Int)
  /// A rare form of JPEG or PNG that is not read; the argument names it (`SOF9`, `12 bit`).
  case unsupported(String)
  /// To be turned or mirrored before it is shown; without its EXIF data it would lie on its side.
  case sideways(orientation: Int)

  /// A short stable name for programs.
  public var code: String {
    switch self {
    case .wrongKind: "kind"
    case .truncated: "truncated"
    case .damaged: "damaged"
    case .tooManyBytes: "bytes"
    case .tooManyPixels: "pixels"
    case .tooManyScans: "scans"
    case .unsupported: "unsupported"
    case .sideways: "sideways"
    }
  }
}

/// PNG 头 — the header chunk (IHDR): how large the picture is and how its pixels are stored.
struct PNGHeader: Sendable, Equatable {
  /// What the samples of a pixel mean.
  enum Colour: UInt8, Sendable {
    case grey = 0
    case rgb = 2
    case palette = 3
    case greyAlpha = 4
    case rgbAlpha = 6

    var samples: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAlpha: 2
      case .rgb: 3
      case .rgbAlpha: 4
      }
    }

    var depths: Set<Int> {
      switch self {
      case .grey: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      case .rgb, .greyAlpha, .rgbAlpha: [8, 16]
      }
    }
  }

  /// The rows of one pass over the picture; a picture that is not interlaced has one pass.
  struct Pass: Sendable, Equatable {
    var rows: Int
    /// The bytes of a row after its filter byte.
    var rowBytes: Int
    /// The place of its first pixel, and the steps to the next, in the picture.
    var grid: Grid
  }

  /// The pixels of a pass: the first column and row, and the steps between columns and rows.
  struct Grid: Sendable, Equatable {
    var x: Int
    var y: Int
    var stepX: Int
    var stepY: Int
  }

  let width: Int
  let height: Int
  let depth: Int
  let colour: Colour
  let isInterlaced: Bool

  /// Reads the header chunk; its numbers are held against `limits` before anything is done with them.
  init(_ bytes: [UInt8], data: Range<Int>, limits: ImageLimits) throws(ImageProblem) {
    guard data.count == 13 else { throw .damaged("IHDR") }
    let start = data.lowerBound
    width = bytes.bigEndian32(at: start)
    height = bytes.bigEndian32(at: start + 4)
    guard width > 0, height > 0, width < 1 << 31, height < 1 << 31 else { throw .damaged("IHDR") }
    try limits.admit(width: width, height: height)
    depth = Int(bytes[start + 8])
    guard let colour = Colour(rawValue: bytes[start + 9]), colour.depths.contains(depth) else {
      throw .damaged("IHDR")
    }
    self.colour = colour
    guard bytes[start + 10] == 0, bytes[start + 11] == 0, bytes[start + 12] <= 1 else {
      throw .unsupported("IHDR")
    }
    isInterlaced = bytes[start + 12] == 1
  }

  /// The passes that have pixels, in their order; together they say exactly how much data there must be.
  var passes: [Pass] {
    let grids = isInterlaced ? Self.interlacedGrids : [Grid(x: 0, y: 0, stepX: 1, stepY: 1)]
    return grids.compactMap { grid in
      let columns = (width - grid.x + grid.stepX - 1) / grid.stepX
      let rows = (height - grid.y + grid.stepY - 1) / grid.stepY
      guard columns > 0, rows > 0 else { return nil }
      return Pass(rows: rows, rowBytes: (columns * colour.samples * depth + 7) / 8, grid: grid)
    }
  }

  /// Adam7.
  private static let interlacedGrids = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
  ].map { Grid(x: $0, y: $1, stepX: $2, stepY: $3) }
}

/// PNG 解码器 — makes red, green and blue of a PNG's pixel data, whatever its form: filters, passes, palettes, 1 to 16
/// bits, transparency over white.
enum PNGDecoder {
  /// The picture.
  /// - Throws: `.damaged` where the pixel data is not what the header promises, or names colours that the palette lacks.
  static func picture(_ bytes: [UInt8], _ structure: PNGStructure) throws(ImageProblem) -> RGBPicture {
    let header = structure.header
    var data: [UInt8] = []
    data.reserveCapacity(header.passes.reduce(0) { $0 + $1.rows * ($1.rowBytes + 1) })
    try PNGPixelData.unpack(bytes, structure) { data.append(contentsOf: $0) }
    let colours = PNGColours(bytes, structure)
    var pixels = [UInt8](repeating: 255, count: header.width * header.height * 3)
    var start = 0
    for pass in header.passes {
      var previous = [UInt8](repeating: 0, count: pass.rowBytes)
      for row in 0..<pass.rows {
        var line = Array(data[start + 1...start + pass.rowBytes])
        unfilter(&line, previous, data[start], step: max(1, header.colour.samples * header.depth / 8))
        start += pass.rowBytes + 1
        let grid = pass.grid
        let first = (grid.y + row * grid.stepY) * header.width
        for (index, column) in stride(from: grid.x, to: header.width, by: grid.stepX).enumerated() {
          guard let colour = colours.colour(index, of: line) else { throw .damaged("PLTE") }
          let place = 3 * (first + column)
          (pixels[place], pixels[place + 1], pixels[place + 2]) = colour
        }
        previous = line
      }
    }
    return RGBPicture(width: header.width, height: header.height, pixels: pixels)
  }

  /// Undoes a row's filter: each byte was stored as its difference to what its neighbours let expect.
  private static func unfilter(_ line: inout [UInt8], _ above: [UInt8], _ filter: UInt8, step: Int) {
    guard filter != 0 else { return }
    for place in line.indices {
      let left = place >= step ? Int(line[place - step]) : 0
      let up = Int(above[place])
      let corner = place >= step ? Int(above[place - step]) : 0
      let expected =
        switch filter {
        case 1: left
        case 2: up
        case 3: (left + up) / 2
        default: nearest(left, up, corner)
        }
      line[place] &+= UInt8(expected)
    }
  }

  /// Paeth's choice: the neighbour that is nearest to left + up − corner.
  private static func nearest(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let (toLeft, toUp, toCorner) = (abs(up - corner), abs(left - corner), abs(left + up - 2 * corner))
    if toLeft <= toUp, toLeft <= toCorner { return left }
    return toUp <= toCorner ? up : corner
  }
}

extension GreyPicture {
  /// How sharp a part of the picture is: the variance of its Laplacian. The pixels are smoothed twice before, so that
  /// grain and the traces of compression are not taken for detail.
  ///
  /// Second derivatives grow with the square of the size at which a thing is shown, their variance with its fourth power:
  /// a picture lower than `standard` rows is held to what it would have at that height.
  func sharpness(in box: PixelBox, standard: Int) -> Double {
    let box = box.clipped(width: width, height: height)
    guard box.width >= 7, box.height >= 7 else { return 0 }
    let smooth = part(box).smoothed.smoothed
    let (columns, values) = (smooth.columns, smooth.values)
    var (sum, squares, count) = (0, 0, 0)
    values.withUnsafeBufferPointer { values in
      for row in 1..<smooth.rows - 1 {
        for place in row * columns + 1..<(row + 1) * columns - 1 {
          let bend =
            values[place - columns] + values[place + columns] + values[place - 1] + values[place + 1]
            - 4 * values[place]
          sum += bend
          squares += bend * bend
          count += 1
        }
      }
    }
    let mean = Double(sum) / Double(count)
    let variance = (Double(squares) / Double(count) - mean * mean) / Double(Plane.gain * Plane.gain)
    let scale = min(1, Double(height) / Double(standard))
    return max(0, variance) * scale * scale * scale * scale
  }

  private func part(_ box: PixelBox) -> Plane {
    var values: [Int] = []
    values.reserveCapacity(box.width * box.height)
    for row in box.y..<box.y + box.height {
      for pixel in pixels[row * width + box.x..<row * width + box.x + box.width] { values.append(Int(pixel)) }
    }
    return Plane(columns: box.width, rows: box.height, values: values)
  }
}

/// Numbers in rows and columns.
private struct Plane {
  /// How many times too large the values are after smoothing twice.
  static let gain = 16 * 16

  var columns: Int
  var rows: Int
  var values: [Int]

  /// The inner values, each with its neighbours in the weights 1 2 1 both ways; sixteen times too large.
  var smoothed: Plane {
    var smooth: [Int] = []
    smooth.reserveCapacity((columns - 2) * (rows - 2))
    values.withUnsafeBufferPointer { values in
      func line(_ place: Int) -> Int { values[place - 1] + 2 * values[place] + values[place + 1] }
      for row in 1..<rows - 1 {
        for place in row * columns + 1..<(row + 1) * columns - 1 {
          smooth.append(line(place - columns) + 2 * line(place) + line(place + columns))
        }
      }
    }
    return Plane(columns: columns - 2, rows: rows - 2, values: smooth)
  }
}

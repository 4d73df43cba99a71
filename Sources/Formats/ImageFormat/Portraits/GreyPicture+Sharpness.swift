extension GreyPicture {
  /// How sharp a part of the picture is: the variance of its Laplacian. The pixels are smoothed a little first, so that
  /// grain and the traces of compression are not taken for detail.
  ///
  /// Second derivatives grow with the square of the size at which a thing is shown, their variance with its fourth power:
  /// a picture lower than `standard` rows is held to what it would have at that height.
  func sharpness(in box: PixelBox, standard: Int) -> Double {
    let box = box.clipped(width: width, height: height)
    guard box.width >= 5, box.height >= 5 else { return 0 }
    let smooth = smoothed(box)
    let (columns, rows) = (box.width - 2, box.height - 2)
    var (sum, squares) = (0, 0)
    smooth.withUnsafeBufferPointer { smooth in
      for row in 1..<rows - 1 {
        for column in 1..<columns - 1 {
          let place = row * columns + column
          let bend =
            smooth[place - columns] + smooth[place + columns] + smooth[place - 1] + smooth[place + 1]
            - 4 * smooth[place]
          sum += bend
          squares += bend * bend
        }
      }
    }
    // Smoothed values are sixteen times too large.
    let count = Double((rows - 2) * (columns - 2))
    let mean = Double(sum) / count
    let variance = (Double(squares) / count - mean * mean) / 256
    let scale = min(1, Double(height) / Double(standard))
    return max(0, variance) * scale * scale * scale * scale
  }

  /// The inner pixels of a box, each with its neighbours in the weights 1 2 1 both ways; times sixteen.
  private func smoothed(_ box: PixelBox) -> [Int] {
    pixels.withUnsafeBufferPointer { pixels in
      var smooth: [Int] = []
      smooth.reserveCapacity((box.width - 2) * (box.height - 2))
      for row in box.y + 1..<box.y + box.height - 1 {
        for column in box.x + 1..<box.x + box.width - 1 {
          var sum = 0
          for (line, weight) in [(row - 1, 1), (row, 2), (row + 1, 1)] {
            let place = line * width + column
            sum += weight * (Int(pixels[place - 1]) + 2 * Int(pixels[place]) + Int(pixels[place + 1]))
          }
          smooth.append(sum)
        }
      }
      return smooth
    }
  }
}

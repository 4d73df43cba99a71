extension RGBPicture {
  /// The picture at most `side` pixels high and wide: each pixel is the mean of those it stands for. A smaller one is
  /// left as it is.
  func reduced(to side: Int) -> RGBPicture {
    let longest = max(width, height)
    guard longest > side else { return self }
    let newWidth = max(1, width * side / longest)
    let newHeight = max(1, height * side / longest)
    var reduced: [UInt8] = []
    reduced.reserveCapacity(newWidth * newHeight * 3)
    pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<newHeight {
        let rows = row * height / newHeight..<(row + 1) * height / newHeight
        for column in 0..<newWidth {
          let columns = column * width / newWidth..<(column + 1) * width / newWidth
          var (red, green, blue) = (0, 0, 0)
          for line in rows {
            var place = 3 * (line * width + columns.lowerBound)
            for _ in columns {
              red += Int(pixels[place])
              green += Int(pixels[place + 1])
              blue += Int(pixels[place + 2])
              place += 3
            }
          }
          let count = rows.count * columns.count
          for sum in [red, green, blue] { reduced.append(UInt8(sum / count)) }
        }
      }
    }
    return RGBPicture(width: newWidth, height: newHeight, pixels: reduced)
  }
}

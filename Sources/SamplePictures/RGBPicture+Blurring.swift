public import ImageFormat

extension RGBPicture {
  /// The picture out of focus: three times each pixel becomes the mean of those up to `radius` away.
  public func blurred(radius: Int) -> RGBPicture {
    (0..<3).reduce(self) { picture, _ in
      picture.averaged(radius, step: 3, count: width).averaged(radius, step: 3 * width, count: height)
    }
  }

  /// Means along lines of `count` pixels that are `step` bytes apart; beyond its ends a line goes on as it ends.
  private func averaged(_ radius: Int, step: Int, count: Int) -> RGBPicture {
    var averaged = pixels
    let lines = width * height / count
    let isRow = step == 3
    for line in 0..<lines {
      let start = isRow ? line * count * 3 : line * 3
      for channel in 0..<3 {
        func value(_ index: Int) -> Int {
          Int(pixels[start + channel + min(count - 1, max(0, index)) * step])
        }
        var sum = (-radius...radius).reduce(0) { $0 + value($1) }
        for index in 0..<count {
          averaged[start + channel + index * step] = UInt8(sum / (2 * radius + 1))
          sum += value(index + radius + 1) - value(index - radius)
        }
      }
    }
    return RGBPicture(width: width, height: height, pixels: averaged)
  }
}

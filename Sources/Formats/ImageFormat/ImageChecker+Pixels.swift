extension ImageChecker {
  /// All pixels of a picture that was found whole, as red, green and blue; what is transparent is white.
  public func picture(of image: CheckedImage) throws(ImageProblem) -> RGBPicture {
    switch image.structure {
    case .jpeg(let jpeg):
      let pixels = try jpegPixels(image.bytes, frame: jpeg.frame)
      return RGBPicture(
        width: jpeg.frame.width, height: jpeg.frame.height,
        pixels: Self.colours(pixels, channels: jpeg.frame.componentIDs.count))
    case .png(let png):
      return try PNGDecoder.picture(image.bytes, png)
    }
  }

  private static func colours(_ pixels: [UInt8], channels: Int) -> [UInt8] {
    switch channels {
    case 1: pixels.flatMap { [$0, $0, $0] }
    case 3: pixels
    default:
      // Four inks, stored inverted as Adobe's programs do: 255 is no ink.
      stride(from: 0, to: pixels.count, by: 4).flatMap { place in
        (0..<3).map { UInt8(Int(pixels[place + $0]) * Int(pixels[place + 3]) / 255) }
      }
    }
  }
}

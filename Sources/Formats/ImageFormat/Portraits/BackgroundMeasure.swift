/// 背景测量 — the colour behind a head, and how much of the border has it. The border is a band along the upper edge and
/// along both sides down to the middle of the face, where hair and shoulders are not.
public struct BackgroundMeasure: Sendable, Equatable {
  /// The band's width, as a share of the picture's width.
  private static let band = 0.08
  /// How far down the sides are looked at where no face was found, as a share of the height.
  private static let depth = 0.4
  /// How far around a face hair may be, as a share of its size.
  private static let hair = 0.25

  /// The border's median red, from 0 to 255.
  public let red: Int
  /// The border's median green.
  public let green: Int
  /// The border's median blue.
  public let blue: Int
  /// How much of the border has that colour, in percent.
  public let evenShare: Double

  /// Nil where the head leaves nothing of the border.
  init?(of picture: RGBPicture, face: PixelBox?, tolerance: Int) {
    let head = face?.grown(by: Self.hair)
    let band = max(1, Int(Double(picture.width) * Self.band))
    let depth = max(
      band, min(picture.height, face.map { $0.y + $0.height / 2 } ?? Int(Double(picture.height) * Self.depth))
    )
    var places: [Int] = []
    for row in 0..<depth {
      for column in 0..<picture.width {
        guard row < band || column < band || column >= picture.width - band else { continue }
        if let head, head.contains(x: column, y: row) { continue }
        places.append(3 * (row * picture.width + column))
      }
    }
    guard !places.isEmpty else { return nil }
    let pixels = picture.pixels
    let medians = (0..<3).map { channel in Self.median(places.map { pixels[$0 + channel] }) }
    let even = places.count { place in
      (0..<3).allSatisfy { abs(Int(pixels[place + $0]) - medians[$0]) <= tolerance }
    }
    (red, green, blue) = (medians[0], medians[1], medians[2])
    evenShare = 100 * Double(even) / Double(places.count)
  }

  private static func median(_ values: [UInt8]) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for value in values { counts[Int(value)] += 1 }
    var seen = 0
    return counts.firstIndex { count in
      seen += count
      return 2 * seen >= values.count
    } ?? 0
  }
}

import Testing

@testable import ImageFormat

@Suite struct PNGCleanerTests {
  private let pixels = ("IDAT", (try? PNGEncoder.packed([UInt8](repeating: 1, count: 4 * 13))) ?? [])

  @Test("PHO-05 a stored PNG keeps what its look depends on and nothing else")
  func metadata() throws {
    let kept = [
      ("IHDR", SmallPictures.header(4, 4)), ("gAMA", [0, 0, 177, 143]), ("sRGB", [0]),
      ("pHYs", [0, 0, 14, 196, 0, 0, 14, 196, 1]), ("tRNS", [0, 1, 0, 2, 0, 3]), pixels, ("IEND", []),
    ]
    let secret = Array("secret".utf8)
    var loaded = kept
    for type in ["tEXt", "zTXt", "iTXt", "tIME", "iCCP", "eXIf", "gAMA", "sRGB"] {
      loaded.insert((type, secret), at: 5)
    }
    loaded.insert(("gAMA", [0, 0, 0, 1]), at: 5)
    let image = try ImageChecker().check(SmallPictures.png(loaded) + secret).get()
    #expect(image.cleaned() == SmallPictures.png(kept))
  }

  @Test("PHO-05 a palette picture keeps its palette")
  func palette() throws {
    let data = try PNGEncoder.packed([UInt8](repeating: 0, count: 4 * 5))
    let bytes = SmallPictures.png([
      ("IHDR", SmallPictures.header(4, 4, colour: 3)), ("PLTE", [1, 2, 3]), ("tRNS", [128]), ("IDAT", data),
      ("IEND", []),
    ])
    #expect(try ImageChecker().check(bytes).get().cleaned() == bytes)
  }
}

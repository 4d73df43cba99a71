/// 一次性口令 — twelve characters from the system's random source, about 59 bits; none of them is easily taken for another.
struct OneTimePassword {
  private static let characters = Array("23456789abcdefghjkmnpqrstuvwxyz")
  private static let length = 12
  private var random = SystemRandomNumberGenerator()

  /// A password that was not there before.
  mutating func next() -> String {
    String(
      (0..<Self.length).map { _ in Self.characters[Int.random(in: Self.characters.indices, using: &random)] })
  }
}

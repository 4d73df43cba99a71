/// Numbers by chance that are the same for the same seed.
struct TestChance {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 2 &+ 1
    _ = next(2)
  }

  /// A number in 0 ..< `bound`.
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

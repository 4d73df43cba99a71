import TestKit
import Testing

@testable import Storage

@Suite("A set of numbers that lie close together")
struct NumberSetTests {
  @Test("it counts each number once, whatever the order and the gaps", arguments: [1, 2, 3])
  func counts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var numbers: [Int] = []
    for start in [0, 4_095, 1_000_000, 1 << 40] {
      for _ in 0..<2_000 { numbers.append(start + Int.random(in: 0..<3_000, using: &generator)) }
    }
    numbers.shuffle(using: &generator)
    var set = NumberSet()
    for number in numbers { set.insert(number) }
    #expect(set.count == Set(numbers).count)
  }

  @Test("an empty one has none")
  func empty() { #expect(NumberSet().count == 0) }
}

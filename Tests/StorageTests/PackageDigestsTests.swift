import Storage
import Tabular
import TestKit
import Testing

@Suite struct PackageDigestsTests {
  static let basis = PackageBasis(.entries, fields: ["name", "subject", "seat"])

  /// Three candidates, one with three entries: number, subject, name, seat.
  static let entries = [
    ["1", "14", "赵测试", "1"], ["1", "26", "赵测试", "7"], ["1", "42", "赵测试", "9"], ["2", "14", "钱测试", "2"],
    ["3", "26", "孙测试", ""],
  ]

  private func digests(_ entries: [[String]]) -> PackageDigests {
    var collector = PackageDigests.Collector(Self.basis, .init(owner: 0, part: 1, fields: [2, 1, 3]))
    for entry in entries {
      var row = TextRow()
      for text in entry { Array(text.utf8).withUnsafeBufferPointer { row.append($0) } }
      collector.add(row)
    }
    return collector.finish()
  }

  @Test("DOC-01 the order in which entries are read changes nothing", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let shuffled = digests(Self.entries.shuffled(using: &generator))
    #expect(digests(Self.entries).changes(to: shuffled).isEmpty)
    #expect(shuffled.bytes.count == 3 * 22)
  }

  @Test("DOC-01 what changed is named: a value of one entry, one that all share, two that are swapped")
  func changes() {
    func fields(_ change: (inout [[String]]) -> Void) -> [PackageChange] {
      var entries = Self.entries
      change(&entries)
      return Array(digests(Self.entries).changes(to: digests(entries)).values)
    }
    #expect(fields { $0[3][3] = "3" } == [.changed(["seat"])])
    #expect(fields { $0[1][3] = "8" } == [.changed(["seat"])])
    #expect(fields { for entry in 0..<3 { $0[entry][2] = "赵改名" } } == [.changed(["name"])])
    #expect(fields { ($0[0][3], $0[2][3]) = ($0[2][3], $0[0][3]) } == [.changed(["seat"])])
    #expect(fields { $0.remove(at: 2) } == [.changed(["subject", "seat"])])
    #expect(fields { $0.remove(at: 3) } == [.removed])
    #expect(fields { $0.append(["4", "14", "李测试", "5"]) } == [.added])
  }
}

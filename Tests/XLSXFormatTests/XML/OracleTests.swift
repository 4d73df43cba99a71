import Testing

@Suite("The scanner and expat")
struct OracleTests {
  @Test("The scanner reads from random sheets what expat reads", arguments: 0..<300 as Range<UInt64>)
  func agreement(seed: UInt64) throws {
    var sheet = RandomSheet(seed: seed)
    let bytes = Array(sheet.make().utf8)
    let expected = try #require(ExpatOracle.rows(bytes))
    #expect(try readSheet(bytes) == expected)
    #expect(try readSheet(bytes, windowSize: Int(seed % 64) + 1) == expected)
  }
}

import Exports
import Testing

@Suite struct TextWidthTests {
  @Test(
    "Chinese characters take two columns of a terminal, Latin ones one, marks above letters none",
    arguments: [
      ("", 0), ("ab", 2), ("考点", 4), ("(14)网络", 8), ("𬱖", 2), ("，", 2), ("·", 1), ("e\u{301}", 1), ("ｱ", 1),
    ])
  func width(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test("texts are filled up on the side that is asked for, and never cut")
  func padding() {
    #expect(TextWidth.padded("考", to: 4) == "考  ")
    #expect(TextWidth.padded("9", to: 4, isRight: true) == "   9")
    #expect(TextWidth.padded("考点名称", to: 4) == "考点名称")
  }
}

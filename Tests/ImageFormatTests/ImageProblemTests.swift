import Tabular
import Testing

@testable import ImageFormat

@Suite struct ImageProblemTests {
  @Test(
    "OPS-04 every problem says what and what to do, in both languages",
    arguments: [
      .wrongKind(.gif), .wrongKind(.empty), .wrongKind(.unknown), .truncated, .damaged("SOF"),
      .tooManyBytes(count: 9, most: 8), .tooManyPixels(width: 3, height: 4), .tooManyScans(most: 100),
      .unsupported("SOF9"), .sideways(orientation: 6),
    ] as [ImageProblem])
  func wording(problem: ImageProblem) {
    for language in Language.allCases {
      for wording in [problem.message, problem.advice] {
        let text = wording[language]
        #expect(text.unicodeScalars.contains { $0.value > 0x2E80 } == (language == .zh))
      }
    }
  }

  @Test("PHO-05 what was found stands in the message")
  func kind() {
    #expect(ImageProblem.wrongKind(.heic).message.zh.contains("HEIC"))
    #expect(ImageProblem.damaged("IDAT").message.zh.contains("IDAT"))
    #expect(ImageProblem.tooManyBytes(count: 9, most: 8).message.zh.contains("9 字节，超过上限 8"))
    #expect(ImageProblem.tooManyPixels(width: 3, height: 4).message.en.contains("3×4"))
    #expect(ImageProblem.tooManyScans(most: 7).message.en.contains("7"))
    #expect(ImageProblem.unsupported("SOF9").message.en.contains("SOF9"))
    #expect(ImageProblem.sideways(orientation: 6).message.en.contains("6"))
  }
}

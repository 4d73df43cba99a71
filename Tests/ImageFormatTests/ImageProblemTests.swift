import Tabular
import Testing

@testable import ImageFormat

@Suite struct ImageProblemTests {
  @Test(
    "OPS-04 every problem says what and what to do, in both languages, with its arguments filled in",
    arguments: [
      .wrongKind(.gif), .wrongKind(.empty), .wrongKind(.unknown), .truncated, .damaged("SOF"),
      .tooManyBytes(count: 9, most: 8), .tooManyPixels(width: 3, height: 4), .tooManyScans(most: 100),
      .unsupported("SOF9"), .sideways(orientation: 6),
    ] as [ImageProblem])
  func wording(problem: ImageProblem) {
    for language in Language.allCases {
      for wording in [problem.message, problem.advice] {
        let text = wording.filled(with: problem.arguments, in: language)
        #expect(!text.isEmpty && !text.contains("{"))
        #expect(text.unicodeScalars.contains { $0.value > 0x2E80 } == (language == .zh))
      }
    }
  }

  @Test("PHO-05 the kind that a file really is stands in the message")
  func kind() {
    let problem = ImageProblem.wrongKind(.heic)
    #expect(problem.message.filled(with: problem.arguments, in: .zh).contains("HEIC"))
  }
}

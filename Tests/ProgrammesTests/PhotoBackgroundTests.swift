import Programmes
import Testing

/// Which colours are the backgrounds that a definition can ask for.
@Suite struct PhotoBackgroundTests {
  @Test(
    "PHO-05 a colour is light, white, blue or red as people would say",
    arguments: [
      ((255, 255, 255), "light white"), ((232, 236, 240), "light white"), ((205, 205, 205), "light white"),
      ((200, 226, 250), "light"), ((67, 142, 219), "blue"), ((0, 160, 233), "blue"), ((60, 90, 200), "blue"),
      ((150, 200, 250), "light blue"), ((255, 0, 0), "red"), ((217, 0, 27), "red"), ((180, 40, 50), "red"),
      ((250, 235, 200), "light"), ((120, 120, 120), ""), ((20, 20, 20), ""), ((60, 140, 60), ""),
      ((92, 70, 60), ""), ((230, 150, 20), "light"), ((60, 10, 10), ""), ((140, 60, 200), ""),
    ])
  func colours(_ colour: (Int, Int, Int), named: String) {
    let found = PhotoRule.Background.allCases.filter {
      $0.includes(red: colour.0, green: colour.1, blue: colour.2)
    }
    #expect(found.map(\.rawValue).joined(separator: " ") == named)
  }
}

import ExamModel
import Testing
import TestKit

/// Which identity number was meant by a faulty one.
@Suite struct DocumentSuggestionTests {
  private func meant(
    _ number: String, _ type: DocumentType = .residentCard, birth: String? = nil, sex: Sex? = nil
  ) throws -> String? {
    let today = try #require(CalendarDate("2020-09-26"))
    return Suggestion.document(
      number, type: type,
      holder: Suggestion.Holder(
        birthDate: birth.flatMap { CalendarDate($0) }, sex: sex,
        regions: RegionCodes([110_101...110_101, 990_101...990_101]),
        today: today))
  }

  @Test("IDN-01 the check character that fits, where nothing but it is wrong")
  func check() throws {
    #expect(try meant("11010119900307867X") == CheckCharacter.completed("11010119900307867"))
    #expect(
      try meant("11010119900307867X", birth: "1990-03-07", sex: .male)
        == CheckCharacter.completed("11010119900307867"))
  }

  @Test("IDN-01 a check character is not suggested for digits that a swap of neighbours explains as well")
  func ambiguous() throws {
    for body in ["99010120000101123", "99010120000101450", "99010120000101807"] {
      var bytes = Array(try #require(CheckCharacter.completed(body)).utf8)
      bytes.swapAt(14, 15)
      // Another check character would make it right, and so would the digits in their order.
      #expect(try meant(String(decoding: bytes, as: UTF8.self), birth: "2000-01-01") == nil)
    }
  }

  @Test("IDN-01 letters for digits, one digit too many, a lost X, 15 digits")
  func forms() throws {
    #expect(try meant("99O1O1200001010014") == "990101200001010014")
    #expect(try meant("9901012000010100l4") == "990101200001010014")
    #expect(try meant("9901012000010100114", birth: "2000-01-01", sex: .male) == "990101200001010014")
    #expect(try meant("990101000101001") == CheckCharacter.completed("99010119000101001"))
    let digits = try #require(
      (100...999).map { "99010120000101\($0)" }.first { CheckCharacter.completed($0)?.hasSuffix("X") == true }
    )
    #expect(try meant(digits, birth: "2000-01-01") == digits + "X")
    #expect(try meant("99010120000101001") == nil)
  }

  @Test("IDN-05 capital letters and digits of other documents")
  func others() throws {
    #expect(try meant("h12345678", .hongKongMacaoPermit) == "H12345678")
    #expect(try meant("H1234567O", .hongKongMacaoPermit) == "H12345670")
    #expect(try meant("1234567l", .taiwanPermit) == "12345671")
    #expect(try meant("usa110199001010", .permanentResidenceCard) == "USA110199001010")
    #expect(try meant("12345", .taiwanPermit) == nil)
    #expect(try meant("南字第990001号", .militaryCard) == nil)
  }

  @Test(
    "IDN-01 a suggestion passes the check, agrees with the row, and is the number that one slip was made of or none",
    arguments: [11, 12, 13, 14] as [UInt64])
  func slips(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var found = 0
    for _ in 0..<1_000 {
      let day = try #require(CalendarDate(dayNumber: Int.random(in: 0..<15_000, using: &random)))
      let body = "990101" + day.iso.filter(\.isNumber) + String(Int.random(in: 100...999, using: &random))
      let right = try #require(CheckCharacter.completed(body))
      let sex: Sex = Array(right.utf8)[16] & 1 == 1 ? .male : .female
      var bytes = Array(right.utf8)
      let place = Int.random(in: 6..<13, using: &random)
      if Bool.random(using: &random) {
        bytes.swapAt(place, place + 1)
      } else {
        bytes[place] = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &random)
      }
      let typed = String(decoding: bytes, as: UTF8.self)
      guard typed != right else { continue }
      let suggestion = try meant(typed, birth: day.iso, sex: sex)
      if suggestion != nil { #expect(suggestion == right, "\(typed)") }
      found += suggestion == nil ? 0 : 1
    }
    #expect(found > 800, "nearly every slip in the birth date has one explanation")
  }
}

import ExamModel
import Testing

@Suite struct ResidentIDTests {
  private let regions = RegionCodes([110_101...110_102, 440_308...440_308, 990_000...999_999])
  private let today = CalendarDate("2020-09-26")!

  private func read(_ number: String) -> DocumentReading {
    ResidentID.read(number, regions: regions, today: today)
  }

  @Test(
    "IDN-01 good numbers have no faults",
    arguments: ["990101200001010014", "110101200002290018", "11010119900307803X", "11010119900307803x"])
  func good(number: String) {
    #expect(read(number).faults == [])
  }

  @Test(
    "IDN-01 each failure has its own code",
    arguments: [
      ("11010119900307867X", DocumentFault.check), ("440308199902301516", .date),
      ("99010120000101001", .length),
      ("9901012000010100144", .length), ("", .length), ("99010120000101001A", .characters),
      ("9901012000O1010014", .characters), ("123456200001010017", .region), ("990101202009270012", .future),
    ])
  func failures(number: String, fault: DocumentFault) {
    #expect(read(number).faults.list == [fault])
  }

  @Test("IDN-01 faults that lie in different places are found together, in the order of their places")
  func several() {
    #expect(read("123456199913010000").faults.list == [.region, .date, .check])
  }

  @Test("IDN-01 a birth date of today is no future")
  func bornToday() {
    #expect(read("990101202009260017").faults == [])
  }

  @Test("IDN-02 birth date and sex are read from the number")
  func facts() {
    let man = read("990101200001010014")
    #expect(man.birthDate?.iso == "2000-01-01")
    #expect(man.sex == .male)
    #expect(read("990101199912310022").sex == .female)
    #expect(read("440308199902301516").birthDate == nil)
  }

  @Test("IDN-01 every wrong check character is found, and the right one offered")
  func checkCharacters() {
    for check in "0123456789X" {
      let number = "99010120000101001\(check)"
      #expect(read(number).faults.contains(.check) == (check != "4"))
      #expect(CheckCharacter.completed(number) == "990101200001010014")
    }
    #expect(CheckCharacter.completed("9901012000010100") == nil)
    #expect(CheckCharacter.completed("A9010120000101001") == nil)
  }

  @Test(
    "IDN-01 one wrong digit or two neighbours exchanged never stay unseen", arguments: 0..<50 as Range<UInt64>
  )
  func singleErrors(seed: UInt64) throws {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let digits = (0..<17).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(ascii: "0") + UInt8((state >> 33) % 10)
    }
    let number = try #require(CheckCharacter.completed(String(decoding: digits, as: UTF8.self)))
    for place in 0..<17 {
      var wrong = Array(number.utf8)
      wrong[place] = UInt8(ascii: "0") + (wrong[place] - UInt8(ascii: "0") + 1 + UInt8(seed % 9)) % 10
      #expect(
        CheckCharacter.completed(String(decoding: wrong, as: UTF8.self))
          != String(decoding: wrong, as: UTF8.self))
      if place < 16 {
        var swapped = Array(number.utf8)
        swapped.swapAt(place, place + 1)
        let text = String(decoding: swapped, as: UTF8.self)
        #expect(text == number || CheckCharacter.completed(text) != text)
      }
    }
  }

  @Test("IDN-01 a number of 15 digits is of the wrong length, and its 18-digit form is offered")
  func fifteen() {
    #expect(read("990101800101001").faults.list == [.length])
    #expect(
      ResidentID.completed(fifteenDigits: "990101800101001") == CheckCharacter.completed("99010119800101001"))
    #expect(ResidentID.completed(fifteenDigits: "990101800231001") == nil)
    #expect(ResidentID.completed(fifteenDigits: "99010180010100X") == nil)
    #expect(ResidentID.completed(fifteenDigits: "9901018001010011") == nil)
  }

  @Test("IDN-06 a number prints masked, whatever prints it")
  func masking() {
    let number = IDNumber("990101200001010014")
    var dumped = ""
    dump(number, to: &dumped)
    for text in [
      "\(number)", String(reflecting: number), dumped, "\([number])", "\(Optional(number) as Any)",
    ] {
      #expect(text.contains("**************0014"))
      #expect(!text.contains("9901012000"))
    }
    #expect(number.lastFour == "0014")
    #expect(IDNumber("1234").masked == "****")
    #expect(IDNumber("1234").lastFour == "")
    #expect(IDNumber("55555").masked == "*5555")
  }
}

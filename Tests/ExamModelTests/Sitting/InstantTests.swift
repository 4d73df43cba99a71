import ExamModel
import Testing

@Suite("Instants")
struct InstantTests {
  @Test(
    "a text without an offset is Asia/Shanghai, one with an offset is what it says",
    arguments: [
      ("1970-01-01 08:00", 0), ("2020-07-23 08:00", 1_595_462_400), ("2020-07-23 08:00:01", 1_595_462_401),
      ("2020-07-23T08:00:00+08:00", 1_595_462_400), ("2020-07-23T00:00:00Z", 1_595_462_400),
      ("2020-07-22T18:30:00-05:30", 1_595_462_400), ("2020-07-23T00:00Z", 1_595_462_400),
      ("1969-12-31T23:59:59Z", -1), ("2000-02-29 00:00", 951_753_600),
    ])
  func reading(text: String, seconds: Int) {
    #expect(Instant(text)?.secondsSince1970 == seconds)
  }

  @Test(
    "a day or time there is not, and any other form, is no instant",
    arguments: [
      "", "2020-07-23", "2020-07-23 8:00", "2020-7-23 08:00", "2020/07/23 08:00", "2020-02-30 08:00",
      "2020-07-23 24:00", "2020-07-23 08:60", "2020-07-23 08:00:60", "2020-07-23 08:00:",
      "2020-07-23 08:00:5",
      "2020-07-23 08:00 ", " 2020-07-23 08:00", "2020-07-23 08:00+8", "2020-07-23 08:00+08:00x",
      "2020-07-23 08:00z", "2020-07-23 08:00+15:00", "２０20-07-23 08:00", "2020-07-23 08:00:00:00",
    ])
  func refusing(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test("it is written as the clock in Asia/Shanghai, and in ISO 8601 with both offsets")
  func writing() throws {
    let instant = try #require(Instant("2020-09-01T00:30:05+08:00"))
    #expect(instant.text == "2020-09-01 00:30:05")
    #expect(instant.shortText == "2020-09-01 00:30:05")
    #expect(instant.adding(seconds: -5).shortText == "2020-09-01 00:30")
    #expect(instant.iso == "2020-09-01T00:30:05+08:00")
    #expect(instant.isoUTC == "2020-08-31T16:30:05Z")
    #expect(instant.minuteStamp == "202009010030")
    #expect(instant.date.iso == "2020-09-01")
    #expect(instant.secondOfDay == 30 * 60 + 5)
    #expect(Instant(startOf: instant.date).text == "2020-09-01 00:00:00")
  }

  @Test("every form that is written is read as the same instant", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    // A multiplicative step spreads the seeds over the years 1 to 9999, before 1970 too.
    let seconds = -62_135_596_800 + Int((seed &* 0x9E37_79B9_7F4A_7C15) >> 1) % 315_537_868_799
    let instant = Instant(secondsSince1970: seconds)
    #expect(instant.secondsSince1970 == seconds)
    for text in [instant.text, instant.shortText, instant.iso, instant.isoUTC] {
      #expect(Instant(text) == instant, "\(text)")
    }
  }

  @Test("whatever lies outside the years 1 to 9999 is moved to the nearest end")
  func ends() {
    let first = Instant(secondsSince1970: .min)
    let last = Instant(secondsSince1970: .max)
    #expect(first.isoUTC == "0001-01-01T00:00:00Z")
    #expect(last.text == "9999-12-31 23:59:59")
    #expect(first.adding(seconds: .min) == first)
    #expect(last.adding(seconds: .max) == last)
    #expect(first < last)
  }
}

import ExamModel
import Testing

@Suite struct DocumentTypeTests {
  private let regions = RegionCodes([110_101...110_102, 990_000...999_999])
  private let today = CalendarDate("2020-09-26")!

  private func faults(_ type: DocumentType, _ number: String) -> [DocumentFault] {
    type.read(number, regions: regions, today: today).faults.list
  }

  @Test(
    "IDN-05 good numbers of every kind of document have no faults",
    arguments: [
      (DocumentType.residentCard, "990101200001010014"), (.hongKongMacaoPermit, "H12345678"),
      (.hongKongMacaoPermit, "M1234567890"), (.taiwanPermit, "12345678"), (.taiwanPermit, "1234567890"),
      (.residencePermit, "820000199501010025"), (.residencePermit, "830000199201300022"),
      (.passport, "55555"),
      (.passport, "E12345678"), (.passport, "EA1234567"), (.passport, "A1234567890123456"),
      (.militaryCard, "南字第990001号"), (.permanentResidenceCard, "USA110199001010"),
      (.permanentResidenceCard, "911840199001010018"), (.permanentResidenceCard, "93115619850612002X"),
      (.permanentResidenceCard, "93115619850612002x"), (.other, "测试（甲）12-3"),
    ])
  func good(type: DocumentType, number: String) {
    #expect(faults(type, number) == [])
  }

  @Test(
    "IDN-05 wrong numbers have the fault of their form",
    arguments: [
      (DocumentType.hongKongMacaoPermit, "H1234567", DocumentFault.length),
      (.hongKongMacaoPermit, "H123456789", .length),
      (.hongKongMacaoPermit, "A12345678", .form), (.hongKongMacaoPermit, "h12345678", .form),
      (.hongKongMacaoPermit, "HH2345678", .characters), (.hongKongMacaoPermit, "112345678", .characters),
      (.taiwanPermit, "123456789", .length), (.taiwanPermit, "1234567A", .characters),
      (.residencePermit, "110101200002290018", .region), (.residencePermit, "82000019950101002", .length),
      (.residencePermit, "820000199501010026", .check), (.passport, "1234", .length),
      (.passport, "123456789012345678", .length), (.passport, "E1234-678", .characters),
      (.passport, "E1234 5678", .characters), (.militaryCard, "", .length),
      (.militaryCard, String(repeating: "字", count: 31), .length), (.other, "a\u{7}b", .characters),
      (.permanentResidenceCard, "US1110199001010", .characters),
      (.permanentResidenceCard, "usa110199001010", .form),
      (.permanentResidenceCard, "990101200001010013", .check),
      (.permanentResidenceCard, "110101200002290018", .form),
      (.permanentResidenceCard, "9118401990010100", .length),
    ])
  func wrong(type: DocumentType, number: String, fault: DocumentFault) {
    #expect(faults(type, number) == [fault])
  }

  @Test(
    "IDN-02 residence permits and the 2023 permanent residence card carry birth date and sex; no other does")
  func facts() {
    let permit = DocumentType.residencePermit.read("820000199501010025", regions: regions, today: today)
    #expect(permit.birthDate?.iso == "1995-01-01")
    #expect(permit.sex == .female)
    let card = DocumentType.permanentResidenceCard.read("911840199001010018", regions: regions, today: today)
    #expect(card.birthDate?.iso == "1990-01-01")
    #expect(card.sex == .male)
    let old = DocumentType.permanentResidenceCard.read("USA110199001010", regions: regions, today: today)
    #expect(old == DocumentReading())
    #expect(DocumentType.passport.read("E12345678", regions: regions, today: today) == DocumentReading())
  }

  @Test("IDN-01 x is stored as X, and nothing else is changed")
  func stored() {
    #expect(DocumentType.residentCard.stored("11010119900307803x") == "11010119900307803X")
    #expect(DocumentType.permanentResidenceCard.stored("93115619850612002x") == "93115619850612002X")
    #expect(DocumentType.passport.stored("abcdefgx") == "abcdefgx")
    #expect(DocumentType.other.stored("（x") == "（x")
  }

  @Test(
    "IDN-05 no prefix and no single changed byte of a number makes a check trap",
    arguments: DocumentType.allCases)
  func hostile(type: DocumentType) {
    for number in ["990101200001010014", "USA110199001010", "H1234567890", "字第１号"] {
      let bytes = Array(number.utf8)
      for length in 0...bytes.count {
        _ = type.read(bytes.span.extracting(..<length), regions: regions, today: today)
      }
      for place in bytes.indices {
        for byte in UInt8.min...UInt8.max {
          var changed = bytes
          changed[place] = byte
          let reading = type.read(changed.span, regions: regions, today: today)
          if let date = reading.birthDate { #expect(type.hasCheckCharacter && date.year > 0) }
        }
      }
    }
  }
}

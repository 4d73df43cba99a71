import ExamModel
import Testing

@Suite("Settings of a site")
struct SettingsTests {
  @Test("SET-05 classes are split on both semicolons, trimmed, and blanks dropped")
  func classes() {
    let classes = ClassOptions(splitting: " 会计一班;会计二班；\u{3000}管理 一班 ;; ；")
    #expect(classes.names == ["会计一班", "会计二班", "管理 一班"])
    #expect(classes.doubled.isEmpty)
    #expect(classes.allows("管理 一班"))
    #expect(!classes.allows("会计三班"))
    #expect(!classes.allows(""))
  }

  @Test("SET-05 a class named twice is known; without classes every class is taken")
  func doubledClasses() {
    #expect(ClassOptions(splitting: "甲;乙;甲;丙；甲；丙").doubled == ["甲", "丙"])
    #expect(ClassOptions(splitting: " ; ").names.isEmpty)
    #expect(ClassOptions(splitting: "").allows("任何班"))
  }

  @Test("SET-03 a subject with capacity 0 is not offered; one without a number is limited by the total alone")
  func offered() throws {
    let day = try #require(CalendarDate(year: 2020, month: 9, day: 26))
    var settings = SiteSettings()
    settings.capacity = Capacity(total: 500, subjects: ["14": 0, "15": 20])
    settings.subjects = ["14": SubjectOffer(dates: [day]), "26": SubjectOffer(dates: [day])]
    #expect(!settings.offers("14"))
    #expect(!settings.offers("15"))
    #expect(settings.offers("26"))
    #expect(settings.capacity.places(for: "26") == 99_999)
    #expect(settings.capacity.places(for: "15") == 20)
  }

  @Test("SET-02 an offer keeps its days in order, and lies inside another where all its days do")
  func offers() {
    let days = (26...28).compactMap { CalendarDate(year: 2020, month: 9, day: $0) }
    let all = SubjectOffer(dates: days.reversed() + days)
    #expect(all.dates == days)
    #expect(all.contains(SubjectOffer(dates: days.prefix(1))))
    #expect(!SubjectOffer(dates: days.prefix(2)).contains(all))
  }

  @Test("SET-06 a subject costs its own fee, or the common one; all in fen")
  func fees() {
    let fees = FeeTable(person: 200, subject: 7_600, subjects: ["42": 8_000])
    #expect(fees.fen(forSubject: "42") == 8_000)
    #expect(fees.fen(forSubject: "14") == 7_600)
  }
}

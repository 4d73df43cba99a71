import ExamModel
import Testing

/// What was probably meant by values that cannot be taken.
@Suite struct SuggestionTests {
  @Test(
    "a date with swapped parts, letters, full width or missing marks is read where one day fits",
    arguments: [
      ("31/12/1999", "1999-12-31"), ("12/31/1999", "1999-12-31"), ("1999-31-12", "1999-12-31"),
      ("31121999", "1999-12-31"), ("19993112", "1999-12-31"), ("1999年12月31", "1999-12-31"),
      ("１９９９－１２－３１", "1999-12-31"), ("l999-l2-3l", "1999-12-31"), ("1999 12 31", "1999-12-31"),
      ("2O00-1-2", "2000-01-02"), ("1999-12-31 00:00:00", "1999-12-31"), ("1999、12、31", "1999-12-31"),
      ("11/11/1999", "1999-11-11"), ("05/06/1999", nil), ("1999-02-30", nil), ("1999", nil), ("昨天", nil),
      ("", nil),
      ("99-12-31", nil), ("1999-12-31 08:30:00", nil), ("9999-31-12", nil), ("1999-12-31-1", nil),
    ])
  func dates(text: String, day: String?) {
    #expect(Suggestion.date(text)?.iso == day)
  }

  @Test(
    "a telephone number is stripped of what does not belong to it",
    arguments: [
      ("138 0000 0000", "13800000000"), ("138-0000-0000", "13800000000"), ("+86 13800000000", "13800000000"),
      ("008613800000000", "13800000000"), ("１３８００００００００", "13800000000"), ("l38OOOOOOOO", "13800000000"),
      ("138O0000000", "13800000000"), ("13800000000.0", "13800000000"), ("010 12345678", "01012345678"),
      ("（010）12345678", "(010)12345678"), ("010－12345678", "010-12345678"), ("1380000000", nil),
      ("13800000000/13900000000", nil), ("没有", nil), ("", nil),
    ])
  func phones(text: String, number: String?) {
    #expect(Suggestion.phone(text) == number)
  }

  @Test(
    "an e-mail address is mended where its parts are plain",
    arguments: [
      ("a@@qq.com", "a@qq.com"), ("a@qq。com", "a@qq.com"), ("a＠qq．com", "a@qq.com"), ("a@qq,com", "a@qq.com"),
      ("a@qq..com", "a@qq.com"), ("a @qq.com", "a@qq.com"), ("a@qq.com。", "a@qq.com"),
      ("a#qq.com", "a@qq.com"),
      ("a@qq.con", "a@qq.com"), ("a@school.edu.cnn", "a@school.edu.cn"), ("aqq.com", "a@qq.com"),
      ("a.qq.com", "a@qq.com"), ("a@qqcom", "a@qq.com"), ("a@1633.con", "a@1633.com"),
      ("a@163.cmo", "a@163.com"),
      ("<a@qq.com>", "a@qq.com"), ("mailto:a@qq.com;", "a@qq.com"), ("a@x.com b@y.com", nil),
      ("甲@qq.com", nil),
      ("a", nil), ("@", nil), ("", nil), ("a@qq.com", nil), ("a@qq", nil),
    ])
  func addresses(text: String, address: String?) {
    #expect(Suggestion.email(text) == address)
  }

  @Test(
    "an address whose ending no domain has is known by it",
    arguments: [
      ("a@qq.con", true), ("a@qq.CMO", true), ("a@b.cnn", true), ("a@qq.com", false), ("a@b.cn", false),
      ("a@b.edu.cn", false), ("a@b.co", false), ("con", true), ("a@con.com", false), ("a@b.info", false),
      ("", false),
    ])
  func endings(text: String, isMistyped: Bool) {
    #expect(EmailAddress.endsMistyped(text.utf8.span) == isMistyped)
  }

  @Test(
    "digits and amounts come without what typing puts around them",
    arguments: [
      ("１０００８０", "100080"), ("1OOO8O", "100080"), ("100 080", "100080"), ("100080.0", "100080"),
      ("l00080", "100080"),
      ("邮编", nil), ("100080a", nil), ("", nil), ("100080", nil), ("lol", nil),
    ])
  func digits(text: String, digits: String?) {
    #expect(Suggestion.digits(text) == digits)
  }

  @Test(
    "amounts and times",
    arguments: [("￥78.00", "78.00"), ("78元", "78"), ("1,078.5", "1078.5"), ("７８．５", "78.5"), ("七十八", nil)])
  func amounts(text: String, amount: String?) {
    #expect(Suggestion.decimal(text) == amount)
  }

  @Test(
    "times of day",
    arguments: [("8.30", "08:30"), ("8点30分", "08:30"), ("0830", "08:30"), ("25.00", nil), ("8", nil)])
  func times(text: String, time: String?) {
    #expect(Suggestion.time(text) == time)
  }

  @Test(
    "hostile texts are thought about briefly and without harm",
    arguments: ["0", "@", ".", "l", "1/", "９", "a@", "\u{0}", "1999-", "\u{200B}"])
  func hostile(text: String) throws {
    let today = try #require(CalendarDate("2020-09-26"))
    for text in [text, String(repeating: text, count: 40), String(repeating: text, count: 50_000)] {
      _ = Suggestion.date(text)
      _ = Suggestion.phone(text)
      _ = Suggestion.email(text)
      _ = Suggestion.digits(text)
      _ = Suggestion.decimal(text)
      _ = Suggestion.time(text)
      let holder = Suggestion.Holder(
        birthDate: nil, sex: nil, regions: RegionCodes([0...999_999]), today: today)
      for type in DocumentType.allCases { _ = Suggestion.document(text, type: type, holder: holder) }
    }
  }
}

import ExamModel
import Testing

@Suite struct ContactTests {
  @Test(
    "telephone numbers: mobile, or landline with its area code",
    arguments: [
      "13800000000", "19912345678", "010-12345678", "01012345678", "0755-1234567", "07551234567",
      "(0755)12345678",
      "021-12345678-801", "0999-7654321-1",
    ])
  func phones(text: String) {
    #expect(PhoneNumber.isValid(text))
  }

  @Test(
    "what is no telephone number",
    arguments: [
      "", "1380000000", "138000000000", "12800000000", "1380000000a", "12345678", "010-123456",
      "010-123456789",
      "0755-1234567-", "0755-1234567-1234567", "0755--1234567", "(0755-1234567", "(0755)", "0055-1234567",
      "００１",
      "010-12345678x", "0", "(0",
    ])
  func notPhones(text: String) {
    #expect(!PhoneNumber.isValid(text))
  }

  @Test(
    "mobile numbers only",
    arguments: [("13800000000", true), ("010-12345678", false), ("12800000000", false)])
  func mobiles(text: String, isMobile: Bool) {
    #expect(PhoneNumber.isMobile(text) == isMobile)
  }

  @Test(
    "e-mail addresses",
    arguments: ["a@b.cn", "test.user+1@mail.example.com", "x_y-z@ex-ample.org", "1@163.com"])
  func addresses(text: String) {
    #expect(EmailAddress.isValid(text))
  }

  @Test(
    "what is no e-mail address",
    arguments: [
      "", "a", "@", "a@", "@b.cn", "a@b", "a@@b.cn", "a@b..cn", "a@.cn", "a@b.", ".a@b.cn", "a.@b.cn",
      "a..b@c.cn",
      "a b@c.cn", "测试@b.cn", "a@b.c", "a@-b.cn", "a@b-.cn", "a@b.cn ", "a@b.1c", "a@b，cn",
      String(repeating: "a", count: 65) + "@b.cn", "a@" + String(repeating: "b.", count: 130) + "cn",
    ])
  func notAddresses(text: String) {
    #expect(!EmailAddress.isValid(text))
  }

  @Test("REG-13 addresses are compared without regard to case")
  func comparing() {
    #expect(EmailAddress.compared("Test@Example.COM") == EmailAddress.compared("test@example.com"))
  }

  @Test(
    "postcodes",
    arguments: [("990000", true), ("99000", false), ("9900000", false), ("99000a", false), ("", false)])
  func postcodes(text: String, isValid: Bool) {
    #expect(Postcode.isValid(text) == isValid)
  }
}

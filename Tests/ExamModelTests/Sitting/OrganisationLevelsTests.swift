import ExamModel
import Testing

@Suite("Organisation levels")
struct OrganisationLevelsTests {
  private let levels = OrganisationLevels(codeLengths: [6, 2, 4])

  @Test(
    "ORG-01 a code's length says its level, and the shorter code above it is its parent",
    arguments: [("", 0, nil), ("99", 1, ""), ("9907", 2, "99"), ("990701", 3, "9907")]
      as [(String, Int, String?)])
  func tree(code: String, level: Int, parent: String?) {
    #expect(levels.level(of: code) == level)
    #expect(levels.parent(of: code) == parent)
    #expect(levels.isSite(code) == (level == 3))
  }

  @Test(
    "ORG-01 a code of no level has no parent and lies nowhere",
    arguments: ["9", "990", "9907011", "99-7", "九九"])
  func strangers(code: String) {
    #expect(levels.level(of: code) == nil)
    #expect(levels.parent(of: code) == nil)
    #expect(levels.upwards(from: code).isEmpty)
    #expect(!levels.isWithin(code, scope: ""))
    #expect(!levels.isWithin(code, scope: code))
    #expect(!levels.isWithin("990701", scope: code))
  }

  @Test("ORG-01 upwards from a site come the city, the province and the centre")
  func upwards() {
    #expect(levels.upwards(from: "990701") == ["990701", "9907", "99", ""])
    #expect(levels.upwards(from: "") == [""])
  }

  @Test("ORG-02 a scope holds itself and what lies below, never siblings or what lies above")
  func scope() {
    for scope in ["", "99", "9907", "990701"] {
      #expect(levels.isWithin("990701", scope: scope))
    }
    #expect(!levels.isWithin("990702", scope: "990701"))
    #expect(!levels.isWithin("9908", scope: "9907"))
    #expect(!levels.isWithin("9907", scope: "990701"))
    #expect(!levels.isWithin("", scope: "99"))
    #expect(levels.isWithin("", scope: ""))
  }

  @Test("ORG-01 levels belong to the programme: three digits and eight make two levels")
  func otherLevels() {
    let other = OrganisationLevels(codeLengths: [3, 8, 0, -2])
    #expect(other.parent(of: "12345678") == "123")
    #expect(other.isSite("12345678"))
    #expect(!other.isSite("123"))
  }
}

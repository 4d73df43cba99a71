import Exports
import Imports
import Operations
import Storage
import Tabular
import Testing

/// Files that are not named by an ID number: whose they may be is suggested, and never assumed.
@Suite struct PhotoOwnerTests {
  private static func swapped(_ id: String, at place: Int) -> String {
    var letters = Array(id)
    letters.swapAt(place, place + 1)
    return String(letters)
  }

  @Test(
    "PHO-01 a person's name, a number with one slip, name and number joined, a student number: suggested, not taken"
  )
  func suggestions() async throws {
    let candidates = (0..<8).map { number in
      Candidate(number) { candidate in
        candidate.name = ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "郑七"][number]
        candidate.studentNumber = "2020\(3_000 + number)"
      }
    }
    let fixture = try await OfficeFixture()
    _ = try await fixture.register(candidates)
    let ids = candidates.map(\.id)
    let pairs = zip(ids[1], ids[1].dropFirst()).enumerated()
    let place = try #require(pairs.first { $0.offset > 7 && $0.element.0 != $0.element.1 }?.offset)
    let wrong = String(ids[2].dropLast(3)) + (ids[2].suffix(3).first == "9" ? "8" : "9") + ids[2].suffix(2)
    let names: [(name: String, owner: Int?)] = [
      ("赵一", 0), ("会计一班-赵一", 0), (Self.swapped(ids[1], at: place), 1), (wrong, 2),
      (String(ids[3].prefix(9) + ids[3].dropFirst(10)), 3), (ids[4] + "0", 4), ("周五" + ids[4], 4),
      (ids[5] + "吴六", 5), ("20203005", 5), ("吴六 20203005", 5), (ids[5] + "_1", 5),
      // Nobody: two have the name, name and number disagree, no such person, a number too far off.
      ("郑七", nil), ("赵一" + ids[5], nil), ("陈九", nil), ("IMG_0001", nil),
      (String(ids[3].dropLast(4)), nil),
    ]
    let jpeg = try PhotoFile.jpeg()
    let result = try await fixture.importPhotos(names.map { ("\($0.name).jpg", jpeg) })
    for (row, one) in names.enumerated() {
      let found = result.findings.filter { $0.row == row + 1 }
      #expect(found.map(\.rule) == [one.owner == nil ? "PHO-03" : "PHO-01"], "\(one.name)")
      if let owner = one.owner { #expect(found.first?.suggestion == ids[owner], "\(one.name)") }
    }
    #expect(result.rows.created == 0 && result.rows.failed == names.count)
    #expect(try await fixture.stored().values.allSatisfy { !$0.hasPhoto })
  }

  @Test("PHO-01 a slip that fits two candidates, or one who has a photo, is no suggestion")
  func ambiguous() async throws {
    // The last four of these differ from each other in one character.
    let numbers = ["军字第1001号", "PASS100200", "PASS100300", "PASS100400"]
    let fixture = try await OfficeFixture()
    let candidates = Candidate.some(4)
    _ = try await fixture.register(candidates)
    for (candidate, number) in zip(candidates, numbers) {
      try await fixture.execute(
        "UPDATE registration SET document_number = $1 WHERE document_number = $2",
        [.text(number), .text(candidate.id)])
    }
    let jpeg = try PhotoFile.jpeg()
    let both = try await fixture.importPhotos([("PASS100500.jpg", jpeg)])
    #expect(both.marks == ["1 照片文件名 PHO-03"])
    for number in numbers[2...] { _ = try await fixture.importPhotos([("\(number).jpg", jpeg)]) }
    let one = try await fixture.importPhotos([("PASS100500.jpg", jpeg)])
    #expect(one.marks == ["1 照片文件名 PHO-01"] && one.findings.first?.suggestion == "PASS100200")
    let taken = try await fixture.importPhotos([("PASS100200.jpg", jpeg), ("PASS100500.jpg", jpeg)])
    #expect(taken.rows.created == 1)
    let none = try await fixture.importPhotos([("PASS100500.jpg", jpeg)])
    #expect(none.marks == ["1 照片文件名 PHO-03"])
  }

  @Test("PHO-01 ORG-02 nobody of another site is suggested")
  func otherSite() async throws {
    let fixture = try await OfficeFixture()
    _ = try await fixture.register([Candidate(0) { $0.name = "赵一" }], site: "990703")
    let result = try await fixture.importPhotos([("赵一.jpg", try PhotoFile.jpeg())])
    #expect(result.marks == ["1 照片文件名 PHO-03"])
  }
}

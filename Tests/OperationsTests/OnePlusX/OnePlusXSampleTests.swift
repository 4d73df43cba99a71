import Exports
import Foundation
import Imports
import Operations
import Storage
import Tabular
import Testing

/// The samples of the 1+X programme, each imported after those that it builds on.
@Suite struct OnePlusXSampleTests {
  /// The good samples in the order in which a school sends them.
  private static let story = [
    "students/good", "entries-by-certificate/good", "entries-by-subject/good", "entry-removals/good",
    "payment-applications/certificate", "payment-applications/subject",
  ]
  private static let kinds = [
    "students", "entries-by-certificate", "entries-by-subject", "entry-removals", "payment-applications",
  ]

  /// The samples by their place below `SampleData/one-plus-x`.
  static let cases = kinds.flatMap { kind in
    let folder = Shipped.samples.appending(path: "one-plus-x/\(kind)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { "\(kind)/\($0)" }
  }

  @Test("there are a good and a faulty sample of each kind")
  func samples() {
    #expect(Set(Self.cases).isSuperset(of: Self.story))
    #expect(Self.cases.filter { $0.hasSuffix("/faulty") }.count == Self.kinds.count)
  }

  @Test("VSL-01 VSL-03 PAY-04 every sample is found to be exactly what it is", arguments: cases)
  func sample(place: String) async throws {
    let fixture = try await OnePlusXFixture()
    try await fixture.approve()
    let kind = String(place.prefix { $0 != "/" })
    for earlier in Self.story.prefix(while: { !$0.hasPrefix("\(kind)/") }) {
      #expect(try await importing(earlier, fixture).state == "done")
    }
    let folder = Shipped.samples.appending(path: "one-plus-x/\(place)")
    let expected = try JSONDecoder().decode(
      SampleDataTests.Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let result = try await importing(place, fixture)
    #expect(result.state == expected.state)
    #expect(result.rows.read == expected.read && result.rows.isBalanced)
    #expect(result.marks == expected.marks)
  }

  private func importing(_ place: String, _ fixture: OnePlusXFixture) async throws -> ImportResult {
    let kind = String(place.prefix { $0 != "/" })
    return try await fixture.store.importing(
      kind, Shipped.samples.appending(path: "one-plus-x/\(place)/\(kind).xlsx").path,
      sitting: OnePlusXFixture.sitting, site: OnePlusXFixture.school, as: "school990001")
  }
}

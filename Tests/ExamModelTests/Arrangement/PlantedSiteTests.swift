import ExamModel
import Testing

@Suite("考场编排 on sites that are known to have an arrangement")
struct PlantedSiteTests {
  @Test("ARR-03 a site that can be filled is filled", arguments: PlantedSite.Times.allCases, [90, 95, 98, 100])
  func solves(_ times: PlantedSite.Times, percent: Int) throws {
    for seed in 0..<10 as Range<UInt64> {
      for kinds in [false, true] {
        let site = PlantedSite(seed: seed, rooms: 4, seats: 12, percent: percent, times: times, kinds: kinds)
        do {
        let result = try Arranger().arrange(site.problem)
        #expect(ArrangementCheck(site.problem).faults(in: result.seats).isEmpty)
          print(times, percent, kinds, seed, site.problem.entries.count, result.asked, result.kept, result.keptAtMost)
        } catch { Issue.record("\(times) \(percent) \(kinds) \(seed) \(error)") }
      }
    }
  }
}

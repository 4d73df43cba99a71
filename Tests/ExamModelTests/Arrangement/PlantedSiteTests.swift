import ExamModel
import Testing

@Suite("编排 of sites that are known to have an arrangement")
struct PlantedSiteTests {
  @Test(
    "ARR-03 a site that can be filled is filled, at 90 to 100 % of its seats",
    arguments: PlantedSite.Times.allCases, [90, 95, 98, 100])
  func fills(_ times: PlantedSite.Times, percent: Int) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      for kinds in [false, true] {
        let site = PlantedSite(seed: seed, rooms: 3, seats: 8, percent: percent, times: times, kinds: kinds)
        let result = try Arranger(limits: .brief).arrange(site.problem)
        let faults = ArrangementCheck(site.problem).faults(in: result.seats)
        #expect(faults.isEmpty, "seed \(seed), kinds \(kinds)")
      }
    }
  }

  @Test(
    "ARR-03 a site where every candidate has several subjects is filled to the last seat",
    arguments: PlantedSite.Times.allCases, 1...3 as ClosedRange<UInt64>)
  func fillsWithSeveralSubjectsEach(_ times: PlantedSite.Times, seed: UInt64) throws {
    let site = PlantedSite(
      seed: seed, rooms: 3, seats: 6, percent: 100, times: times, kinds: true, perDay: 3, single: 0)
    let result = try Arranger(limits: .brief).arrange(site.problem)
    #expect(ArrangementCheck(site.problem).faults(in: result.seats).isEmpty)
  }

  @Test("ARR-03 five thousand entries are seated in full rooms", arguments: PlantedSite.Times.allCases)
  func fillsManyRooms(_ times: PlantedSite.Times) throws {
    let site = PlantedSite(seed: 7, rooms: 16, seats: 36, percent: 98, times: times, perDay: 3, single: 70)
    #expect(site.problem.entries.count > 4_000)
    let result = try Arranger(limits: .brief).arrange(site.problem)
    #expect(ArrangementCheck(site.problem).faults(in: result.seats).isEmpty)
  }

  @Test(
    "ARR-04 where times coincide or lie apart, as many wishes are kept as any arrangement can",
    arguments: 1...5)
  func keepsTheMostWishes(seed: Int) throws {
    let site = PlantedSite(seed: UInt64(seed), rooms: 6, seats: 20, percent: 100, times: .aligned)
    let result = try Arranger().arrange(site.problem)
    let wishes = ArrangementCheck(site.problem).wishes(in: result.seats)
    #expect(result.asked == wishes.asked && result.kept == wishes.kept)
    #expect(result.kept == result.keptAtMost)
    #expect(result.notKept == result.asked - result.kept)
  }

  @Test("ARR-05 the same input gives the same seats", arguments: PlantedSite.Times.allCases)
  func isDeterministic(_ times: PlantedSite.Times) throws {
    let site = PlantedSite(seed: 11, rooms: 3, seats: 8, percent: 95, times: times, kinds: true)
    let first = try Arranger(limits: .brief).arrange(site.problem)
    #expect(try Arranger(limits: .brief).arrange(site.problem) == first)
    // The order in which batches are listed is not part of the input's meaning.
    var turned = site.problem
    turned.batches.reverse()
    let second = try Arranger(limits: .brief).arrange(turned)
    let rooms = { (seats: [ArrangementResult.Seat], problem: ArrangementProblem) in
      seats.map { [problem.batches[$0.batch].room, problem.batches[$0.batch].number, $0.place] }
    }
    #expect(rooms(second.seats, turned) == rooms(first.seats, site.problem))
  }
}

extension Arranger.Limits {
  /// Less patience for wishes, since tests run unoptimised.
  static var brief: Arranger.Limits {
    var limits = Arranger.Limits()
    limits.idleWorkForWishes = 5_000
    limits.searchWork = 0
    return limits
  }
}

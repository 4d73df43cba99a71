import ExamModel
import Testing

@Suite("编排 compared with going through all arrangements")
struct TinySiteTests {
  /// On tiny sites the search settles what the rounds leave open.
  private var limits: Arranger.Limits {
    var limits = Arranger.Limits()
    limits.idleRounds = 20
    return limits
  }

  @Test(
    "ARR-04 tiny sites: an arrangement is found wherever there is one, and none keeps more wishes",
    arguments: 0..<10 as Range<UInt64>)
  func isOptimal(block: UInt64) {
    var feasible = 0
    for seed in (block * 100)..<(block * 100 + 100) {
      let site = TinySite(seed: seed)
      let most = site.mostKept()
      do throws(ArrangementFailure) {
        let result = try Arranger(limits: limits).arrange(site.problem)
        #expect(ArrangementCheck(site.problem).faults(in: result.seats).isEmpty, "seed \(seed)")
        #expect(result.kept == most && result.keptAtMost == most, "seed \(seed)")
        feasible += 1
      } catch {
        #expect(most == nil && error.isProved, "seed \(seed): \(error.reasons)")
      }
    }
    #expect(feasible > 10)
  }

  @Test("ARR-06 tiny sites: the numbers of every reason are right", arguments: 10..<20 as Range<UInt64>)
  func reasonsAreRight(block: UInt64) {
    for seed in (block * 100)..<(block * 100 + 100) {
      let site = TinySite(seed: seed)
      do throws(ArrangementFailure) {
        _ = try Arranger(limits: limits).arrange(site.problem)
      } catch {
        for reason in error.reasons { #expect(holds(reason, at: site), "seed \(seed): \(reason)") }
      }
    }
  }

  /// Whether a reason says something true that excludes an arrangement, judged without the arranger's means.
  private func holds(_ reason: ArrangementFailure.Reason, at site: TinySite) -> Bool {
    let problem = site.problem
    func count(_ subjects: [Int]) -> Int { problem.entries.count { subjects.contains($0.subject) } }
    func fitting(_ subjects: [Int]) -> [ArrangementProblem.Batch] {
      problem.batches.filter { batch in subjects.contains { problem.subjects[$0].accepts(batch) } }
    }
    switch reason {
    case .noBatch(let subject, let entries, _):
      return entries == count([subject]) && fitting([subject]).isEmpty
    case .candidate(let candidate, let subjects, let fitting):
      let own = problem.entries.filter { $0.candidate == candidate }
      let alone = TinySite(
        problem: ArrangementProblem(
          entries: own, subjects: problem.subjects, batches: problem.batches))
      return own.map(\.subject).sorted() == subjects && alone.mostSeated() == fitting && fitting < own.count
    case .seats(let subjects, let entries, let seats, let days):
      let batches = fitting(subjects)
      return entries == count(subjects) && seats == batches.reduce(0) { $0 + $1.seats } && entries > seats
        && Set(days) == Set(batches.map(\.day))
    case .overlapping(let subjects, let entries, let placeable):
      return entries <= count(subjects) && placeable < entries
        && site.mostSeated() <= problem.entries.count - (entries - placeable)
    case .searched(let entries):
      return entries == problem.entries.count && site.mostSeated() < entries
    case .notFound:
      return false
    }
  }
}

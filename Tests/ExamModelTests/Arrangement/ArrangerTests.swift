import ExamModel
import Testing

@Suite("编排 in plain cases")
struct ArrangerTests {
  typealias Problem = ArrangementProblem

  /// Subjects 26 (days 1 and 2) and 14 (days 1 to 3).
  let subjects = [Problem.Subject(code: "26", days: [1...2]), Problem.Subject(code: "14", days: [1...3])]

  func batch(_ room: Int, _ number: Int, day: Int, at hour: Int, seats: Int) -> Problem.Batch {
    Problem.Batch(
      room: room, number: number, day: day, start: hour * 60, end: (hour + 2) * 60, seats: seats)
  }

  /// Entries of `count` candidates with one subject each, numbered from `first`.
  func entries(_ count: Int, of subject: Int, from first: Int64 = 1, wishing day: Int? = nil) -> [Problem
    .Entry]
  {
    (0..<Int64(count)).map {
      Problem.Entry(id: first + $0, candidate: first + $0, subject: subject, preferredDay: day)
    }
  }

  func reasons(_ problem: Problem, limits: Arranger.Limits = .init()) -> [ArrangementFailure.Reason] {
    do throws(ArrangementFailure) {
      _ = try Arranger(limits: limits).arrange(problem)
      return []
    } catch {
      return error.reasons
    }
  }

  @Test("ARR-05 nothing to arrange gives no seats")
  func empty() throws {
    let result = try Arranger().arrange(Problem(entries: [], subjects: subjects, batches: []))
    #expect(result == ArrangementResult(seats: [], asked: 0, kept: 0, keptAtMost: 0))
  }

  @Test("ARR-03 early batches and low rooms are filled first, by subject, without gaps")
  func fillsInOrder() throws {
    let batches = [
      batch(2, 1, day: 1, at: 8, seats: 3), batch(1, 1, day: 1, at: 8, seats: 3),
      batch(1, 2, day: 1, at: 11, seats: 3), batch(2, 2, day: 2, at: 8, seats: 3),
    ]
    let result = try Arranger().arrange(
      Problem(entries: entries(2, of: 0) + entries(3, of: 1, from: 3), subjects: subjects, batches: batches))
    // 14 comes before 26: room 1 holds the three of 14, room 2 the two of 26.
    #expect(result.seats.map(\.batch) == [0, 0, 1, 1, 1])
    #expect(result.seats.map(\.place) == [1, 2, 1, 2, 3])
  }

  @Test("ARR-03 sixteen minutes between two batches are enough, fifteen are not", arguments: [15, 16])
  func gap(minutes: Int) {
    let second = 600 + minutes
    let problem = Problem(
      entries: [.init(id: 1, candidate: 1, subject: 0), .init(id: 2, candidate: 1, subject: 1)],
      subjects: subjects,
      batches: [
        .init(room: 1, number: 1, day: 1, start: 480, end: 600, seats: 5),
        .init(room: 1, number: 2, day: 1, start: second, end: second + 120, seats: 5),
      ])
    let expected = minutes > 15 ? [] : [ArrangementFailure.Reason.candidate(1, subjects: [0, 1], fitting: 1)]
    #expect(reasons(problem) == expected)
  }

  @Test("ARR-04 wishes come first, and those that cannot be kept are counted")
  func wishes() throws {
    let batches = [batch(1, 1, day: 1, at: 8, seats: 2), batch(1, 2, day: 2, at: 8, seats: 3)]
    let wanted = entries(2, of: 0) + entries(3, of: 0, from: 3, wishing: 1)
    let result = try Arranger().arrange(Problem(entries: wanted, subjects: subjects, batches: batches))
    #expect(result.asked == 3 && result.kept == 2 && result.notKept == 1 && result.keptAtMost == 2)
    #expect(result.seats.prefix(2).allSatisfy { $0.batch == 1 })
  }

  @Test("ARR-04 a wish for a day on which the subject is not sat is asked and not kept")
  func impossibleWish() throws {
    let result = try Arranger().arrange(
      Problem(
        entries: entries(1, of: 0, wishing: 3), subjects: subjects,
        batches: [batch(1, 1, day: 1, at: 8, seats: 2), batch(1, 2, day: 3, at: 8, seats: 2)]))
    #expect(result.asked == 1 && result.kept == 0 && result.keptAtMost == 0)
  }

  @Test("ARR-05 a selection is arranged around the seats that stand")
  func selection() throws {
    var closed = batch(2, 1, day: 1, at: 8, seats: 9)
    closed.isOpen = false
    let problem = Problem(
      entries: [.init(id: 5, candidate: 1, subject: 0), .init(id: 6, candidate: 2, subject: 0)],
      subjects: subjects,
      batches: [closed, batch(1, 1, day: 1, at: 8, seats: 2), batch(1, 2, day: 1, at: 11, seats: 2)],
      standing: [
        .init(candidate: 1, batch: 0, place: 1), .init(candidate: 9, batch: 1, place: 1),
        .init(candidate: 8, batch: 2, place: 2),
      ])
    let result = try Arranger().arrange(problem)
    // Candidate 1 sits at eight already; place 1 of the early batch and place 2 of the late one are taken.
    #expect(result.seats == [.init(batch: 2, place: 1), .init(batch: 1, place: 2)])
    #expect(ArrangementCheck(problem).faults(in: result.seats).isEmpty)
  }

  @Test("ARR-06 too few seats: the subject, its entries, the seats on its days")
  func tooFewSeats() {
    let batches = (1...3).flatMap { day in [batch(1, day, day: day, at: 8, seats: 60)] }
    let problem = Problem(entries: entries(130, of: 0), subjects: subjects, batches: batches)
    #expect(reasons(problem) == [.seats(subjects: [0], entries: 130, seats: 120, days: [1, 2])])
  }

  @Test("ARR-06 two subjects that share too few seats are named together")
  func sharedSeats() {
    let both = [Problem.Subject(code: "26", days: [1...1]), Problem.Subject(code: "35", days: [1...2])]
    let problem = Problem(
      entries: entries(8, of: 0) + entries(9, of: 1, from: 20), subjects: both,
      batches: [batch(1, 1, day: 1, at: 8, seats: 10), batch(1, 2, day: 2, at: 8, seats: 6)])
    #expect(reasons(problem) == [.seats(subjects: [0, 1], entries: 17, seats: 16, days: [1, 2])])
  }

  @Test("ARR-06 a subject without a batch: what is missing is the day, the kind or the length")
  func noBatch() {
    let subjects = [
      Problem.Subject(code: "1", days: [9...9]), Problem.Subject(code: "2", days: [1...1], kind: "written"),
      Problem.Subject(code: "3", days: [1...1], minutes: 150),
    ]
    let problem = Problem(
      entries: (0..<3).flatMap { entries(1, of: $0, from: Int64($0)) }, subjects: subjects,
      batches: [batch(1, 1, day: 1, at: 8, seats: 9)])
    #expect(
      reasons(problem) == [
        .noBatch(subject: 0, entries: 1, lacking: .days), .noBatch(subject: 1, entries: 1, lacking: .kind),
        .noBatch(subject: 2, entries: 1, lacking: .minutes(longest: 120)),
      ])
  }

  @Test("ARR-06 seats enough, but candidates with two subjects cannot sit them at once")
  func overlapping() {
    let problem = Problem(
      entries: (1...50).flatMap { candidate in
        [0, 1].map { .init(id: candidate * 2 + Int64($0), candidate: candidate, subject: $0) }
      },
      subjects: subjects,
      batches: [batch(1, 1, day: 1, at: 8, seats: 90), batch(1, 2, day: 1, at: 11, seats: 10)])
    #expect(reasons(problem) == [.overlapping(subjects: [0, 1], entries: 100, placeable: 60)])
  }

  /// Five batches with 15 minutes between them, so that neighbours exclude one another.
  func row(seats: [Int], candidates: Int64, subjects count: Int) -> Problem {
    Problem(
      entries: (1...candidates).flatMap { candidate in
        (0..<count).map { .init(id: candidate * 3 + Int64($0), candidate: candidate, subject: $0) }
      },
      subjects: (0..<count).map { Problem.Subject(code: "\($0)", days: [1...1]) },
      batches: seats.enumerated().map { index, seats in
        .init(room: 1, number: index, day: 1, start: 480 + index * 135, end: 600 + index * 135, seats: seats)
      })
  }

  @Test("ARR-06 a row of batches that exclude their neighbours is judged from both of its ends")
  func rows() {
    // Everyone needs the first and the third batch.
    for seats in [[10, 10, 20], [20, 10, 10]] {
      #expect(
        reasons(row(seats: seats, candidates: 20, subjects: 2))
          == [.overlapping(subjects: [0, 1], entries: 40, placeable: 30)])
    }
  }

  @Test(
    "ARR-06 what only going through everything shows is proved on a small site and not claimed on a large")
  func proof() {
    // Everyone needs the first, the third and the fifth batch, and the third has half the seats. The flows see only
    // pairs of neighbours, and these have seats enough.
    let small = row(seats: [2, 1, 1, 1, 2], candidates: 2, subjects: 3)
    #expect(reasons(small) == [.searched(entries: 6)])
    let large = row(seats: [2_000, 1_000, 1_000, 1_000, 2_000], candidates: 2_000, subjects: 3)
    var limits = Arranger.Limits()
    limits.idleRounds = 20
    let reason = reasons(large, limits: limits).first
    guard case .notFound(entries: 6_000, seated: 5_000, subjects: _) = reason else {
      Issue.record("\(String(describing: reason))")
      return
    }
  }

  @Test("ARR-06 a search that was cut short does not claim that there is no arrangement")
  func cutShort() throws {
    let site = PlantedSite(
      seed: 1, rooms: 3, seats: 6, percent: 100, times: .adjoining, kinds: true, perDay: 3, single: 0)
    var limits = Arranger.Limits()
    limits.work = 0
    limits.searchWork = 0
    let reason = try #require(reasons(site.problem, limits: limits).first)
    guard case .notFound(let entries, let seated, let left) = reason else {
      Issue.record("\(reason)")
      return
    }
    #expect(entries == site.problem.entries.count && seated < entries && !left.isEmpty)
    #expect(!ArrangementFailure(reasons: [reason]).isProved)
    #expect(reasons(site.problem, limits: .brief).isEmpty)
  }

  @Test("ARR-03 a site too large to couple its candidates at once is arranged in rounds alone")
  func uncoupled() throws {
    let site = PlantedSite(seed: 3, rooms: 3, seats: 8, percent: 95, times: .staggered)
    var limits = Arranger.Limits.brief
    limits.coupledArcs = 0
    let result = try Arranger(limits: limits).arrange(site.problem)
    #expect(ArrangementCheck(site.problem).faults(in: result.seats).isEmpty)
  }
}

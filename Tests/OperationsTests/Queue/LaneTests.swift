import Operations
import Storage
import TestKit
import TestStores
import Testing

/// Who gets which job: lanes, leases, tokens.
@Suite struct LaneTests {
  @Test("OPS-03 a job is taken once; while its site's lane is leased no other job of the site is")
  func once() async throws {
    let scene = try await QueueScene()
    let first = try await scene.queue(Candidate.some(1)).job
    try await scene.queue(Candidate.some(2))
    let elsewhere = try await scene.queue(Candidate.some(1), site: "990703").job
    let one = try #require(try await scene.claim(by: "a"))
    let two = try #require(try await scene.claim(by: "b"))
    #expect(Set([String(one.job), String(two.job)]) == [first, elsewhere])
    #expect(try await scene.claim(by: "c") == nil)
    #expect(one.attempts == 1 && one.lostBy == nil)
  }

  @Test(
    "OPS-03 when a lease runs out the job is taken again, with a higher token; the first holder can do nothing more"
  )
  func lease() async throws {
    let scene = try await QueueScene()
    try await scene.queue(Candidate.some(1))
    let slow = try #require(try await scene.claim(by: "slow", lease: 1_000))
    #expect(try await scene.database.write { try LaneTable.renew(slow, lease: 1_000, $0) } == .kept)
    #expect(try await scene.claim(by: "quick") == nil)
    scene.database.pass(1_001)
    let quick = try #require(try await scene.claim(by: "quick"))
    #expect(quick.job == slow.job && quick.token == slow.token + 1 && quick.lostBy == "slow")
    #expect(quick.attempts == 2)
    let (renewed, locked, finished, returned) = try await scene.database.write { session in
      (
        try LaneTable.renew(slow, lease: 1_000, session), try LaneTable.lock(slow, session),
        try LaneTable.finish(slow, session),
        try LaneTable.giveBack(slow, after: 0, error: nil, session)
      )
    }
    #expect(renewed == .lost && locked == .lost && !finished && !returned)
    #expect(try await scene.database.write { try LaneTable.finish(quick, $0) })
    #expect(try await scene.claim() == nil)
    #expect(try await scene.count("SELECT jobs FROM lane") == 0)
  }

  @Test(
    "OPS-03 lanes are served in turn, the one that was served longest ago first, and each in its own order",
    arguments: [7 as UInt64, 58])
  func fairness(_ seed: UInt64) async throws {
    let scene = try await QueueScene()
    var random = SeededGenerator(seed: seed)
    // One site hands in far more than the others.
    let sites = (1...6).map { "99070\($0)" }
    var queued: [String: [Int]] = [:]
    for number in 1...60 {
      let site =
        Int.random(in: 0..<3, using: &random) > 0 ? sites[0] : sites.randomElement(using: &random) ?? ""
      let id = try await scene.add(site: site, number: number)
      queued[site, default: []].append(id)
    }
    var served: [String] = []
    var taken: [String: [Int]] = [:]
    while let claim = try await scene.claim() {
      served.append(claim.site)
      taken[claim.site, default: []].append(claim.job)
      #expect(try await scene.database.write { try LaneTable.finish(claim, $0) })
    }
    #expect(taken == queued, "each lane keeps its order")
    // Between two turns of a site every other one that has jobs left has exactly one.
    var left = queued.mapValues(\.count)
    var since: [String: Set<String>] = [:]
    for site in served {
      if let others = since[site] {
        let waiting = left.filter { $0.key != site && $0.value > 0 }.keys
        #expect(others.isSuperset(of: waiting), "seed \(seed)")
      }
      since[site] = []
      left[site, default: 0] -= 1
      for other in since.keys where other != site { since[other]?.insert(site) }
    }
  }

  @Test("OPS-03 of 10 000 lanes and 100 000 waiting jobs one is chosen by an index, without sorting")
  func choice() async throws {
    let scene = try await QueueScene()
    try await scene.database.write { session in
      try session.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
        INSERT INTO lane (sitting, site, jobs, served, token, free_at) SELECT 1, 's' || i, 10, i, 0, 0 FROM n
        """)
      try session.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
        INSERT INTO job (id, kind, state, sitting, site, member, file_name, file_bytes, file_sha256, options, owner, started_at)
        SELECT i + 1, 'rooms', 'received', 1, 's' || (i % 10000), 'root', '', 0, '', '{}', '', 0 FROM n
        """)
      try session.execute(
        """
        INSERT INTO queued_job (job, sitting, site, kind, language, queued_at)
        SELECT id, sitting, site, kind, 'zh', 0 FROM job
        """)
    }
    if TestServer.shared == nil {
      let steps = try await scene.database.read { session in
        try session.all("EXPLAIN QUERY PLAN \(LaneTable.choice)", [.integer(1)]) { $0.text(3) }
      }
      #expect(steps == ["SCAN lane USING INDEX lane_with_jobs"])
    }
    for number in 0..<3 { #expect(try await scene.claim()?.site == "s\(number)") }
  }
}

extension QueueScene {
  /// Queues a job that nobody is going to run.
  func add(site: String, number: Int) async throws -> Int {
    try await database.write { session in
      var job = JobRecord(
        kind: "registrations", sitting: 1, site: site, user: "root", fileName: "x", fileBytes: 0,
        fileSHA256: String(number), options: "{}", owner: "queue", startedAt: 0)
      job.id = try JobTable.insert(job, session)
      try QueueTable.add(job, language: "zh", session)
      return job.id
    }
  }
}

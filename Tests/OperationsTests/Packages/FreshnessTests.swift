import Exports
import Files
import Operations
import Storage
import Testing

@Suite struct FreshnessTests {
  /// A change that a kind of package shows, how it is taken back, and in which field it is found.
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: String
    var change: String
    var back: String
    var field: String
    var testDescription: String { "\(kind) \(field)" }
  }

  static let cases = [
    Case(
      kind: "machine-test", change: "UPDATE registration SET name = '赵改名' WHERE id = 1",
      back: "UPDATE registration SET name = '赵测试' WHERE id = 1", field: "name"),
    Case(
      kind: "machine-test",
      change: "UPDATE entry SET seat = seat + 10 WHERE registration = 1 AND subject = '14'",
      back: "UPDATE entry SET seat = seat - 10 WHERE registration = 1 AND subject = '14'", field: "seat"),
    Case(
      kind: "photo-package",
      change:
        "UPDATE photo SET sha256 = (SELECT max(k.sha256) FROM picture k WHERE k.site = photo.site AND k.sha256 <> photo.sha256) WHERE document_number = '990101200001010014'",
      back:
        "UPDATE photo SET sha256 = '\(ContentHash.sha256(of: [0xFF, 0xD8, 0]))' WHERE document_number = '990101200001010014'",
      field: "photo"),
    Case(
      kind: "registrations", change: "UPDATE registration SET class = '丁' WHERE id = 1",
      back: "UPDATE registration SET class = '甲' WHERE id = 1", field: "class"),
    Case(
      kind: "scores",
      change: "UPDATE score SET result = 2 WHERE entry = (SELECT min(id) FROM entry)",
      back: "UPDATE score SET result = 3 WHERE entry = (SELECT min(id) FROM entry)", field: "result"),
  ]

  @Test(
    "DOC-01 a value that changed is named with its candidate; changed back, the package is up to date",
    arguments: cases)
  func changedAndBack(_ one: Case) async throws {
    let scene = try await PackageScene()
    let made = try await scene.make(one.kind)
    #expect(made.freshness == .upToDate && made.changed == 0)
    #expect(try await scene.changes(since: made) == [])
    try await scene.store.execute(one.change)
    let changed = try await scene.item(of: made.path)
    #expect(changed.freshness == .changed && changed.changed == 1)
    let name = one.field == "name" ? "赵改名" : "赵测试"
    #expect(try await scene.changes(since: made) == ["changed \(name) …0014 \(one.field)"])
    try await scene.store.execute(one.back)
    #expect(try await scene.item(of: made.path).freshness == .upToDate)
  }

  @Test(
    "DOC-01 every kind of package is up to date when made and no longer once its records are gone",
    arguments: ExportKinds.all.map { $0.name })
  func everyKind(kind: String) async throws {
    let scene = try await PackageScene()
    let made = try await scene.make(kind)
    #expect(made.freshness == .upToDate || made.freshness == .once)
    for table in ["score", "violation", "cancelled_entry", "entry"] {
      try await scene.store.execute("DELETE FROM \(table)")
    }
    #expect(try await scene.item(of: made.path).freshness == (made.freshness == .once ? .once : .changed))
  }

  @Test("DOC-01 what a package does not show leaves it up to date, as does another site's data")
  func unrelated() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("machine-test")
    try await scene.store.execute("UPDATE registration SET phone = '13900000000', remarks = '改'")
    try await scene.store.register([
      .init(document: "990101200001010049", name: "李外点", subjects: ["14"], site: "990703")
    ])
    #expect(try await scene.item(of: made.path).freshness == .upToDate)
  }

  @Test("DOC-01 who came and who went since is named, also once nothing but the trail knows of them")
  func comeAndGone() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("registrations")
    try await scene.store.register([.init(document: "990101200001010057", name: "周新来", subjects: ["14"])])
    let list = try scene.store.folder.file("gone.txt", Array("990101200001010022\n".utf8))
    try await scene.store.execute("DELETE FROM violation")
    try await scene.store.execute("DELETE FROM score")
    try await scene.store.execute(
      "UPDATE entry SET room = NULL, batch = NULL, seat = NULL, ticket = NULL, paid = 'individual'")
    var request = CandidateRequest(sitting: "ncre-58", site: "990701")
    request.numbersPath = list
    _ = try await scene.store.office(at: "2020-08-20 10:00").cancelEntries(request, reason: "退考")
    #expect(
      try await scene.changes(since: made) == ["added 周新来 …0057 ", "removed 钱测试 …0022 "])
    #expect(try await scene.item(of: made.path).changed == 2)
    try await scene.store.execute("DELETE FROM cancelled_entry")
    #expect(try await scene.changes(since: made).last == "removed 钱测试 …0022 ")
  }

  @Test("DOC-01 a room's new address makes stale what prints it")
  func rooms() async throws {
    let scene = try await PackageScene()
    #expect(PackageBasis.printed.fields.contains("roomAddress"))
    let (before, after) = try await scene.store.database.write { session in
      let read = { try PackageDigests(of: .printed, sitting: scene.store.sitting, site: "990701", session) }
      let before = try read()
      try session.execute("UPDATE room SET address = '新址' WHERE room = '01'")
      return (before, try read())
    }
    #expect(Set(before.changes(to: after).values.map { "\($0)" }) == ["changed([\"roomAddress\"])"])
    #expect(before.changes(to: after).count == 3)
  }

  @Test(
    "DOC-01 room statistics are out of date once a room's seats, times or who sits in it change, and say which batch"
  )
  func roomStatistics() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("room-statistics")
    #expect(made.freshness == .upToDate && made.changedOf == "batches")
    try await scene.store.execute("UPDATE entry SET seat = seat + 10 WHERE room = '01' AND batch = 1")
    #expect(try await scene.item(of: made.path).freshness == .upToDate)
    try await scene.store.execute("UPDATE entry SET batch = 2, seat = 9 WHERE id = 1")
    #expect(try await scene.item(of: made.path).changed == 2)
    #expect(try await scene.changes(since: made) == ["changed 01 1  subject", "changed 01 2  subject"])
    try await scene.store.execute("UPDATE entry SET batch = 1 WHERE id = 1")
    try await scene.store.execute("UPDATE room SET seats = 9")
    #expect(try await scene.changes(since: made) == ["changed 01 1  seats", "changed 01 2  seats"])
  }

  @Test("DOC-01 who adds a subject changed in what is of the subject, not in name or class")
  func anotherSubject() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("registrations")
    try await scene.store.execute(
      "INSERT INTO entry (sitting, site, registration, subject) VALUES (1, '990701', 2, '42')")
    #expect(try await scene.changes(since: made) == ["changed 钱测试 …0022 subject"])
  }

  @Test("DOC-01 two entries of a candidate that change their seats are a change of those seats")
  func swapped() async throws {
    let scene = try await PackageScene()
    let made = try await scene.make("machine-test")
    try await scene.store.execute("UPDATE entry SET seat = seat + 100 WHERE registration = 1")
    try await scene.store.execute("UPDATE entry SET seat = 103 - (seat - 100) - 100 WHERE registration = 1")
    #expect(try await scene.changes(since: made) == ["changed 赵测试 …0014 seat"])
  }

  @Test("DOC-01 digests come back from their bytes; other bytes are none")
  func bytes() async throws {
    let scene = try await PackageScene()
    let sitting = scene.store.sitting
    for records in PackageBasis.Records.allCases {
      let fields = records == .batches ? ["seats", "subject", "ends"] : ["name", "subject", "class", "name"]
      let basis = PackageBasis(records, fields: fields)
      #expect(PackageBasis(text: basis.text) == basis)
      let digests = try await scene.store.database.read {
        try PackageDigests(of: basis, sitting: sitting, site: "990701", $0)
      }
      let again = try #require(PackageDigests(digests.bytes, of: basis))
      #expect(again.bytes == digests.bytes && digests.changes(to: again).isEmpty)
      #expect(digests.bytes.count % 22 == 0)
      if !digests.bytes.isEmpty { #expect(PackageDigests(Array(digests.bytes.dropLast()), of: basis) == nil) }
    }
    for text in ["", "entries", "entries:secret", "people:name", "cancelled:photo", "batches:name"] {
      #expect(PackageBasis(text: text) == nil)
    }
  }

  @Test("DOC-01 accounts are made once and not compared; a package from before this was watched says so")
  func others() async throws {
    let scene = try await PackageScene()
    #expect(try await scene.make("accounts").freshness == .once)
    let made = try await scene.make("registrations")
    try await scene.store.execute(
      "UPDATE package SET basis = NULL, manifest = NULL, signature = NULL WHERE id = $1",
      [.integer(made.id)])
    #expect(try await scene.item(of: made.path).freshness == .unknown)
    let refusal = try await refusal {
      try await scene.store.office().writeManifest(of: made.id, to: scene.store.folder.path("m.json"))
    }
    #expect(refusal.reason == .precondition)
  }

  @Test("the doctor counts the packages that are out of date")
  func doctor() async throws {
    let scene = try await PackageScene()
    for kind in ["machine-test", "registrations", "accounts"] { _ = try await scene.make(kind) }
    #expect(try await scene.store.office().diagnose().packagesStale == 0)
    try await scene.store.execute("UPDATE registration SET name = '赵改名' WHERE id = 1")
    #expect(try await scene.store.office().diagnose().packagesStale == 2)
  }
}

import Dispatch
import ExamModel
import Exports
import Files
import Foundation
import Operations
import Pipeline
import Programmes
import Storage
import Synchronization
import Tabular
import TestStores
import Testing

/// Data that change in the middle of an export.
@Suite struct SnapshotTests {
  /// Changes the data over another connection once an export has written its first thousand records, and waits for it.
  private final class Interference: ProgressDisplay {
    private let other: any Database
    private let aside = ThreadAside()
    private let state = Mutex((calls: 0, isWritten: false))

    init(_ other: any Database) { self.other = other }

    var isWritten: Bool { state.withLock(\.isWritten) }

    func advance(_ title: Wording, done: Int, of total: Int?) {
      guard
        state.withLock({
          $0.calls += 1; return $0.calls == 1
        })
      else { return }
      let over = DispatchSemaphore(value: 0)
      Task.detached(executorPreference: aside) { [self] in
        try await other.write { session in
          try session.execute("UPDATE registration SET name = '后来', class = '后班'")
          try session.execute("DELETE FROM score WHERE entry > 1050")
          try session.execute("DELETE FROM entry WHERE id > 1050")
        }
        state.withLock { $0.isWritten = true }
        over.signal()
      }
      _ = over.wait(timeout: .now() + 60)
    }

    func finish(_ title: Wording) {}
  }

  @Test(
    "DOC-08 a package that is being made when the data change holds one state, and is known to be out of date",
    arguments: [("machine-test", "XM"), ("registrations", "姓名"), ("scores", "XM")])
  func concurrent(kind: String, heading: String) async throws {
    let store = try await ExportFixture()
    let count = 1_100
    try await store.register(
      (0..<count).map { index in
        let number = String(index + 10_000)
        return .init(document: "9901012000\(number)014", name: "原名", class: "原班", subjects: ["14"])
      })
    try await store.execute(
      """
      UPDATE entry SET room = CAST(10 + id / 100 AS TEXT), batch = 1, seat = 1 + id % 100, ticket = '1458990701' || CAST(100000 + id AS TEXT)
      """)
    try await store.execute(
      """
      INSERT INTO score (entry, sitting, site, file_score, file_result, score, result, kept, created_job)
      SELECT id, sitting, site, 6000, 3, 6000, 3, 0, 0 FROM entry
      """)
    let other = try await store.store.openedAgain()
    let interference = Interference(other)
    let now = try #require(Instant(ExportFixture.afterExam))
    let office = Office(
      database: store.database, library: ProgrammeLibrary(folder: ExportFixture.templates), userName: "root",
      clock: { now }, progress: interference)
    let result = try await office.export(store.request(kind))
    #expect(interference.isWritten)
    #expect(result.records == count)
    let table =
      switch kind {
      case "machine-test": try ReadTable(dbf: result.bytes(of: "990701.DBF"))
      case "scores": try ReadTable(dbf: [UInt8](Data(contentsOf: URL(filePath: result.path ?? ""))))
      default: try ReadTable(workbook: result.file)
      }
    #expect(table[heading] == Array(repeating: "原名", count: count))
    // What the package was made of is of the same state: everybody has another name since.
    let item = try #require(try await office.packages(sitting: "ncre-58").first)
    #expect(item.freshness == .changed && item.changed == count)
  }

  @Test(
    "DOC-08 DOC-04 tickets are drawn while others write; where what they show has changed meanwhile, none of them stay"
  )
  func tickets() async throws {
    let store = try await TicketsExportTests.store()
    _ = try await store.office(at: ExportFixture.beforeExam).export(store.request("candidate-tickets"))
    let (files, packages) = (store.packageNames, try await store.office().packages(sitting: "ncre-58"))
    let other = try await store.store.openedAgain()
    let interference = Interference(other)
    let now = try #require(Instant("2020-09-20 10:01"))
    let office = Office(
      database: store.database, library: ProgrammeLibrary(folder: ExportFixture.templates), userName: "root",
      clock: { now }, progress: interference)
    let refused = try await refusal { _ = try await office.export(store.request("candidate-tickets")) }
    #expect(interference.isWritten)
    #expect(refused.reason == .stale && refused.rule == "DOC-08" && refused.wording.zh.contains("5 名考生"))
    #expect(store.packageNames == files)
    #expect(try await store.office().packages(sitting: "ncre-58").map(\.path) == packages.map(\.path))
    let check = try await store.office().checkCandidateTickets(sitting: "ncre-58", site: "990701")
    #expect(check.outdated.count == 9)
    _ = try await office.export(store.request("candidate-tickets"))
    #expect(
      try await store.office().checkCandidateTickets(sitting: "ncre-58", site: "990701").upToDate == 9)
  }
}

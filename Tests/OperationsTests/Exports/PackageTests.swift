import Dispatch
import ExamModel
import Exports
import Files
import Foundation
import Operations
import Programmes
import Storage
import Tabular
import TestStores
import Testing

@Suite struct PackageTests {
  typealias Person = ExportFixture.Person

  private func store() async throws -> ExportFixture {
    let store = try await ExportFixture()
    try await store.prepare([Person(document: "990101200001010014", name: "赵测试", subjects: ["14"])])
    return store
  }

  @Test("DOC-01 a package is named by sitting, site, kind and minute, and listed with its size and SHA-256")
  func record() async throws {
    let store = try await store()
    let result = try await store.office("site990701", at: "2020-09-11 08:05").export(
      store.request("machine-test"))
    #expect(result.package == "ncre-58-990701-machine-test-202009110805.zip")
    #expect(store.packageNames == ["ncre-58-990701-machine-test-202009110805.zip"])
    let item = try #require(
      try await store.office().packages(sitting: "ncre-58", organisation: "990701").first)
    #expect(item.path == result.path)
    #expect(item.madeAt == "2020-09-11T08:05:00+08:00")
    #expect(item.bytes == (try result.file.count))
    #expect(item.sha256 == (try ContentHash.sha256(of: result.file)))
    #expect(result.sha256 == item.sha256)
    #expect(item.records == 1)
    #expect(item.by == "site990701")
  }

  @Test("DOC-01 the newest comes first; a package that takes another's place takes its line too")
  func list() async throws {
    let store = try await store()
    for time in ["2020-09-11 08:05", "2020-09-11 08:06", "2020-09-11 08:06:30"] {
      _ = try await store.office(at: time).export(store.request("registrations"))
    }
    let items = try await store.office().packages(sitting: "ncre-58")
    #expect(items.map(\.madeAt) == ["2020-09-11T08:06:30+08:00", "2020-09-11T08:05:00+08:00"])
  }

  @Test(
    "DOC-08 the same data at the same time makes the same bytes", arguments: ExportKinds.all.map { $0.name })
  func reproducible(kind: String) async throws {
    let store = try await store()
    try await store.mark("990101200001010014", ["14": .init(score: 92, result: 3)])
    try await store.photograph("990101200001010014", [1, 2, 3])
    let isBeforeExam = ExportKinds.named(kind)?.window == .preExamDownloads
    let office = store.office(at: isBeforeExam ? ExportFixture.beforeExam : ExportFixture.afterExam)
    let first = try await office.export(store.request(kind))
    let second = try await office.export(store.request(kind))
    #expect(first.sha256 != nil)
    #expect(first.sha256 == second.sha256)
  }

  @Test("DOC-08 what is written while a package is made is not in it")
  func snapshot() async throws {
    let store = try await store()
    let kind = try #require(ExportKinds.named("machine-test"))
    let definition = try await store.office().open("ncre-58")
    let context = ExportContext(
      programme: definition.programme, sittingID: store.sitting, sitting: definition.definition,
      site: "990701", now: definition.now, user: "root", language: .zh, options: ExportOptions())
    let path = store.folder.path("snapshot.zip")
    let other = try await store.store.openedAgain()
    let aside = ThreadAside()
    let outcome = try await store.database.read { session in
      #expect(try kind.refusal(context, session) == nil)
      // Another process adds an entry after the package was begun.
      let written = DispatchSemaphore(value: 0)
      Task.detached(executorPreference: aside) {
        _ = try await other.write {
          try $0.execute(
            "INSERT INTO entry (sitting, site, registration, subject) VALUES (1, '990701', 1, '15')")
        }
        written.signal()
      }
      guard written.wait(timeout: .now() + 60) == .success else { throw ExportFixture.Unloaded(codes: []) }
      return try kind.write(context, to: path, session)
    }
    #expect(outcome.records == 1)
    #expect(try await store.database.read { try $0.count("SELECT count(*) FROM entry") } == 2)
  }

  @Test("DOC-08 an export that is refused leaves the package that stood there, and nothing half written")
  func refusedLeavesOld() async throws {
    let store = try await store()
    let good = try await store.office().export(store.request("machine-test"))
    try await store.execute("UPDATE registration SET name = '王䶮'")
    let bad = try await store.office().export(store.request("machine-test"))
    #expect(bad.isRefused)
    #expect(store.packageNames == [good.package])
    #expect(try ContentHash.sha256(of: good.file) == good.sha256)
    #expect(try await store.office().packages(sitting: "ncre-58").map(\.sha256) == [good.sha256])
  }

  @Test(
    "ORG-02 a site outside the user's scope is refused as one that does not exist",
    arguments: ["990703", "990799", "99"])
  func scope(site: String) async throws {
    let store = try await store()
    let refusal = await #expect(throws: Refusal.self) {
      try await store.office("site990701").export(store.request("registrations", site: site))
    }
    #expect(refusal?.reason == .scope)
    #expect(refusal?.wording.zh == "没有机构 \(site)。请检查 --site。")
    #expect(store.packageNames == [])
  }

  @Test("ORG-02 packages outside the user's scope are not listed")
  func listScope() async throws {
    let store = try await store()
    _ = try await store.office().export(store.request("registrations"))
    _ = try await store.office().export(store.request("registrations", site: "990703"))
    #expect(try await store.office("prov99").packages(sitting: "ncre-58").count == 2)
    #expect(try await store.office("site990701").packages(sitting: "ncre-58").map(\.site) == ["990701"])
    #expect(try await store.office("site990701").packages(sitting: "ncre-58", organisation: "990703").isEmpty)
    #expect(try await store.office("site990701").packages(sitting: "ncre-58", organisation: "99").isEmpty)
  }

  @Test("ORG-03 a disabled site exports nothing", arguments: ExportKinds.all.map { $0.name })
  func disabled(kind: String) async throws {
    let store = try await store()
    let refusal = await #expect(throws: Refusal.self) {
      try await store.office().export(store.request(kind, site: "990702"))
    }
    #expect(refusal?.reason == .disabled)
  }

  @Test("ORG-06 a closed sitting is exported still, by viewers too")
  func closed() async throws {
    let store = try await store()
    try await store.office().closeSitting("ncre-58")
    let result = try await store.office("view990701").export(store.request("machine-test"))
    #expect(result.records == 1)
  }

  @Test("a package is one site's: an organisation above sites is refused")
  func notASite() async throws {
    let store = try await store()
    let refusal = await #expect(throws: Refusal.self) {
      try await store.office().export(store.request("registrations", site: "9907"))
    }
    #expect(refusal?.reason == .precondition)
  }

  @Test("an option that the kind or the form does not have is a wrong call, and nothing is made")
  func unfitOptions() async throws {
    let store = try await store()
    try await store.mark("990101200001010014", ["14": .init(score: 92, result: 3)])
    var names = store.request("machine-test")
    names.options.names = .id
    var form = store.request("scores")
    form.options.format = .xlsx
    var encoding = store.request("scores")
    encoding.options.encoding = .gb18030
    var characters = store.request("scores")
    characters.options.format = .csv
    characters.options.characters = .question
    for request in [names, form, encoding, characters] {
      await #expect(throws: UnfitOption.self) { try await store.office().export(request) }
    }
    #expect(store.packageNames == [])
  }
}

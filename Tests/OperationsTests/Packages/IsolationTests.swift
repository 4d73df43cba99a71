import Exports
import Files
import Foundation
import Operations
import Tabular
import Testing

/// What a user of one site learns of another: nothing. Both walks go over the catalogues, so that a new kind is covered
/// without being named.
@Suite struct IsolationTests {
  @Test(
    "ORG-02 no export of another site is made, listed, shown, fetched or vouched for",
    arguments: ExportKinds.all.map { $0.name })
  func exports(kind: String) async throws {
    let scene = try await PackageScene()
    let made = try await scene.make(kind)
    let (store, stranger) = (scene.store, scene.store.office("site990703"))
    let names = store.packageNames

    // A site that is there is refused word for word as one that is not.
    let other = try await refusal { _ = try await stranger.export(store.request(kind)) }
    let none = try await refusal { _ = try await stranger.export(store.request(kind, site: "990799")) }
    #expect(other.reason == .scope && other.rule == none.rule)
    #expect(other.wording.zh.replacing("990701", with: "990799") == none.wording.zh)
    #expect(store.packageNames == names)

    #expect(try await stranger.packages(sitting: "ncre-58").isEmpty)
    #expect(try await stranger.packages(sitting: "ncre-58", organisation: "990701").isEmpty)
    let folder = store.folder.path("下发")
    for id in [made.id, 999] {
      let refusals = [
        try await refusal { _ = try await stranger.package(id) },
        try await refusal { _ = try await stranger.fetchPackage(id, to: folder) },
        try await refusal { try await stranger.writeManifest(of: id, to: store.folder.path("m.json")) },
      ]
      #expect(Set(refusals.map(\.wording.zh)) == ["没有数据包 \(id)。可用 kaowu packages list 查看。"])
      #expect(refusals.allSatisfy { $0.reason == .scope })
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(!FileManager.default.fileExists(atPath: store.folder.path("m.json")))
  }

  @Test("ORG-02 statistics of another site say what those of no site say", arguments: StatisticsKind.allCases)
  func statistics(kind: StatisticsKind) async throws {
    let scene = try await PackageScene()
    let stranger = scene.store.office("site990703")
    func figures(_ office: Office, _ organisation: String?) async throws -> String {
      let table = try await office.statistics(kind, sitting: "ncre-58", organisation: organisation)
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(table), as: UTF8.self)
    }
    for organisation in ["990701", "9907", "99", ""] {
      let other = try await figures(stranger, organisation)
      #expect(try await other == figures(stranger, "990799"))
    }
    // A site of one's own has figures that others do not change.
    let own = try await figures(stranger, nil)
    try await scene.store.register([.init(document: "990101200001010065", name: "吴测试", subjects: ["14"])])
    #expect(try await figures(stranger, nil) == own)
  }
}

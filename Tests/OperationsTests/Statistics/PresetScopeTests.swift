import Exports
import Operations
import Programmes
import Testing

/// Presets of general statistics show a site its own figures alone.
@Suite struct PresetScopeTests {
  typealias World = StatisticsWorld

  private static let presets = ((try? Shipped.library.programme("ncre").presets) ?? []).map(\.name)

  @Test("there are presets")
  func some() { #expect(Self.presets.count >= 8) }

  @Test(
    "PIV-04 ORG-02 a preset shows the user of a site what it shows where nobody else is registered, and of others nothing",
    arguments: presets)
  func scope(preset: String) async throws {
    let world = World(seed: 31)
    var alone = world
    alone.people.removeAll { $0.site != "990701" }
    func table(_ world: World, _ user: String, _ organisation: String? = nil) async throws -> StatisticsTable
    {
      try await world.store().office(user).generalStatistics(
        .preset(preset), sitting: SittingPlan.code, organisation: organisation)
    }
    let own = try await table(world, "site990701")
    let reference = try await table(alone, "site990701")
    #expect(own.rows == reference.rows && own.total == reference.total)
    #expect(own.columns.map(\.key) == reference.columns.map(\.key))
    #expect(!own.rows.isEmpty)
    for organisation in ["990701", "9907", "99", ""] {
      let none = try await table(world, "site990703", organisation)
      #expect(none.rows.isEmpty)
      #expect(none.figures(none.total).values.allSatisfy { $0 == 0 })
    }
    #expect(try await table(world, "root").total != own.total)
  }
}

import Foundation
import Testing

/// The workbook of a sitting through the command.
@Suite struct SittingWorkbookTests {
  @Test("SET-08 template sitting, sitting show -o and sitting load of a workbook, whatever its name is")
  func work() async throws {
    let fixture = try await CommandFixture.loaded()
    let form = try await fixture.run([
      "template", "sitting", "--programme", "ncre", "-o", "form.xlsx", "--json",
    ])
    #expect(form.status == 0)
    #expect(try form.keys() == ["kind", "path"])
    let blank = try await fixture.run(["sitting", "load", "form.xlsx"])
    #expect(blank.status == 1 && blank.output.contains("[SET-08.sheet]"))
    let show = try await fixture.run(["sitting", "show", "ncre-58", "-o", "sitting.data"])
    #expect(show.status == 0)
    let load = try await fixture.run(["sitting", "load", "sitting.data"])
    #expect(load.status == 0 && load.output.contains("没有变化"), "\(load.output)")
    let json = try await fixture.run(["sitting", "load", "sitting.data", "--dry-run", "--json"])
    #expect((try json.object()["changes"] as? [Any])?.isEmpty == true)
    let refused = try await fixture.run(
      ["sitting", "show", "ncre-58", "-o", "other.xlsx", "--as", "site990701"])
    #expect(refused.status == 4)
  }

  @Test("SET-08 the form of a sitting takes no sitting and no site, that of an import needs both")
  func usage() async throws {
    let fixture = try await CommandFixture.loaded()
    let needless = ["template", "sitting", "--sitting", "ncre-58", "-o", "form.xlsx"]
    #expect(try await fixture.run(needless).status == 2)
    #expect(try await fixture.run(["template", "registrations", "-o", "form.xlsx"]).status == 2)
    let programme = ["template", "registrations", "--programme", "ncre", "-o", "form.xlsx"]
    #expect(try await fixture.run(programme + CommandFixture.place).status == 2)
    let unknown = try await fixture.run(["template", "sitting", "--programme", "nnn", "-o", "form.xlsx"])
    #expect(unknown.status == 3)
  }
}

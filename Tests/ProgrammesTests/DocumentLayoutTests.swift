import Files
import Foundation
import Programmes
import Tabular
import Testing

@Suite("Layouts of documents")
struct DocumentLayoutTests {
  private static let ticket = """
    title: 准考证
    page: [210, 297]
    file: "{site}-{group}"
    sheet: [room, batch]
    orders: [class, id]
    grid: {columns: 2, rows: 3, first: [5, 5, 100, 95]}
    head:
      - {text: "考场 {room} {examDate}", at: [5, 0, 200, 5]}
    cell:
      - {text: "姓名：{name}", at: [5, 5, 50, 6], size: 12, least: 8, bold: true, align: centre}
      - {barcode: "{ticket}", at: [5, 80, 80, 10]}
      - {photo: 照片, at: [70, 5, 25, 35]}
      - {notice: ticket, at: [5, 40, 60, 30], wrap: true}
      - {frame: 0.5, at: [0, 0, 100, 95]}

    """
  private static let place = "Documents/ticket.yaml"

  private static func definition() -> SampleDefinition {
    var definition = SampleDefinition()
    definition.files[place] = ticket
    definition.files["Documents/own-ticket.yaml"] = "title: 自己的\nlike: ticket\nfile: \"{ticket}\"\n"
    definition.files["Notices/ticket.txt"] = "一、带证件。\n二、{sittingName}。\n\n"
    return definition
  }

  private func findings(_ definition: SampleDefinition) throws -> [Finding] {
    let folder = try definition.write()
    return try ProgrammeCheck.findings(folder: folder.path("Programmes/flower-arts"))
  }

  @Test("a layout is read whole: page, grid, boxes, styles, notice, and one that looks like another")
  func read() throws {
    let folder = try Self.definition().write()
    let layouts = try ProgrammeLibrary(folder: folder.url.path).programme("flower-arts").documentLayouts
    let ticket = try #require(layouts["ticket"])
    #expect(ticket.title == "准考证" && ticket.orders == [.class, .id] && ticket.sheet == [.room, .batch])
    let corner = ticket.grid.corner(of: 3)
    #expect(ticket.grid.cells == 6 && corner.x == 105 && corner.y == 100)
    #expect(ticket.hasPhotos && ticket.cell.count == 5)
    #expect(ticket.cell[0].size == 12 && ticket.cell[0].least == 8 && ticket.cell[0].alignment == .centre)
    #expect(ticket.cell[3].fields == [.sittingName])
    let own = try #require(layouts["own-ticket"])
    #expect(own.title == "自己的" && own.file.fields == [.ticket] && own.cell == ticket.cell)
  }

  @Test("a programme's own layout and notice come before the shared ones")
  func own() throws {
    var definition = Self.definition()
    definition.files["Programmes/flower-arts/documents/ticket.yaml"] =
      Self.ticket.replacingOccurrences(of: "title: 准考证", with: "title: 花证")
    definition.files["Programmes/flower-arts/notices/ticket.txt"] = "只有一条"
    let folder = try definition.write()
    let layouts = try ProgrammeLibrary(folder: folder.url.path).programme("flower-arts").documentLayouts
    #expect(layouts["ticket"]?.title == "花证")
    #expect(layouts["ticket"]?.cell[3].content == .text(.init(pieces: [.literal("只有一条")])))
  }

  @Test(
    "each fault of a layout is found, in its line, with what it should be",
    arguments: [
      Fault(place, "{name}", "{nmae}", "DEF.placeholder", "{nmae}"),
      Fault(place, "考场 {room}", "考场 {name}", "DEF.placeholder", "{name}"),
      Fault(place, "{site}-{group}", "{site}-{page}", "DEF.placeholder", "{page}"),
      Fault(place, "at: [5, 5, 50, 6]", "at: [60, 5, 50, 6]", "DEF.outside", "cell[1].at"),
      Fault(place, "first: [5, 5, 100, 95]", "first: [15, 5, 100, 95]", "DEF.outside", "grid.first"),
      Fault(place, "at: [5, 5, 50, 6]", "at: [5, 5, 50]", "DEF.kind", "cell[1].at"),
      Fault(place, "at: [5, 5, 50, 6], ", "", "DEF.missing", "cell[1].at"),
      Fault(place, "notice: ticket", "notice: tickets", "DEF.reference", "tickets"),
      Fault(place, "like: ticket", "like: tickets", "DEF.reference", "tickets"),
      Fault(place, "align: centre", "align: center", "DEF.value", "center"),
      Fault(place, "size: 12", "size: 1200", "DEF.value", "1200"),
      Fault(place, "frame: 0.5", "freme: 0.5", "DEF.key", "freme"),
      Fault(place, "orders: [class, id]", "orders: [name]", "DEF.value", "name"),
      Fault(place, "sheet: [room, batch]", "sheet: [rooms]", "DEF.value", "rooms"),
    ])
  func faults(_ fault: Fault) throws {
    var definition = Self.definition()
    #expect(try findings(definition).isEmpty)
    definition.replace(fault.old, with: fault.new, in: "ticket.yaml")
    let found = try findings(definition)
    #expect(found.contains { $0.code == fault.code && $0.arguments.contains { $0.contains(fault.about) } })
    #expect(found.allSatisfy { $0.place.row != nil })
  }

  @Test("a mistyped placeholder is answered with the one that was meant")
  func suggestion() throws {
    var definition = Self.definition()
    definition.replace("{name}", with: "{nmae}", in: "ticket.yaml")
    #expect(try findings(definition).first?.suggestion == "{name}")
  }

  @Test("the layouts that are shipped have no mistakes, and there is one for each document")
  func shipped() throws {
    let programme = try Shipped.library.programme("ncre")
    #expect(
      Set(programme.documentLayouts.keys).isSuperset(of: [
        "tickets-small", "tickets-large", "candidate-tickets", "sign-in", "seat-plan", "door-sheets",
        "desk-stickers", "certificate-receipts",
      ]))
  }
}

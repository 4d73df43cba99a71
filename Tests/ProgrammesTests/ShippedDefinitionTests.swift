import ExamModel
import Foundation
import Programmes
import Tabular
import Testing

/// The definitions in `Templates`, found from this file's place.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let templates = root.appending(path: "Templates").path
  static let library = ProgrammeLibrary(folder: templates)
}

@Suite struct ShippedDefinitionTests {
  @Test("every shipped definition passes its check without findings")
  func everyDefinition() throws {
    let identifiers = try Shipped.library.identifiers()
    #expect(!identifiers.isEmpty)
    for id in identifiers {
      let findings = try ProgrammeCheck.findings(folder: "\(Shipped.templates)/Programmes/\(id)")
      let messages = findings.map { ProgrammeCheck.message($0, in: .en) }
      #expect(messages == [], "\(id)")
      #expect(try Shipped.library.programme(id).id == id)
    }
  }
}

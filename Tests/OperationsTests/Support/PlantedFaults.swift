import Exports
import Imports
import Operations
import Tabular
import TestKit
import Testing

/// One kind of fault: how a good row gets it, and what it must be found as.
struct Fault<Row: Sendable>: Sendable {
  var name: String
  /// What is found in the row, as `column rule`, in the order of the columns.
  var marks: [String]
  /// What is found in the row that it is made a twin of, for faults that two rows share.
  var twinMarks: [String] = []
  /// Whether the row is taken all the same.
  var isWarning = false
  /// Makes the fault.
  var plant: @Sendable (_ row: inout Row, Planting<Row>) -> Void

  init(
    _ name: String, _ marks: String..., twin twinMarks: [String] = [], isWarning: Bool = false,
    plant: @escaping @Sendable (_ row: inout Row, Planting<Row>) -> Void
  ) {
    self.name = name
    self.marks = marks
    self.twinMarks = twinMarks
    self.isWarning = isWarning
    self.plant = plant
  }
}

/// What a fault may need besides its row.
struct Planting<Row: Sendable>: Sendable {
  /// How many faults were planted before, for faults that use up a stored record.
  var ordinal: Int
  /// Another row, which stays as it is.
  var twin: Row
}

/// Faults planted among good rows, at places and of kinds that a seed decides: at most one a row, every kind there is
/// before any comes again.
struct PlantedFaults<Row: Sendable>: Sendable {
  /// The rows without faults.
  let good: [Row]
  /// The rows with the faults in them.
  let rows: [Row]
  /// Everything that must be found, as `row column rule`, sorted.
  let expected: [String]
  /// The indices of the rows that must not be taken.
  let refused: [Int]
  /// The names of the faults with the rows that they are in, for messages.
  let plan: [String]

  /// - Parameter count: how many faults; there must be room for them, and for the twins of those that need one.
  init(_ kinds: [Fault<Row>], count: Int, among good: [Row], seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var places = Array(good.indices).shuffled(using: &random)
    var order: [Fault<Row>] = []
    var rows = good
    var expected: [String] = []
    var refused: Set<Int> = []
    var plan: [String] = []
    for ordinal in 0..<count {
      // Where no row is left for a twin, a fault that needs none comes instead.
      let hasTwin = places.count - 2 >= count - ordinal - 1
      var kind: Fault<Row>?
      while kind == nil {
        if order.isEmpty { order = kinds.shuffled(using: &random) }
        kind = order.removeLast()
        if kind?.twinMarks.isEmpty == false, !hasTwin { kind = nil }
      }
      guard let kind, let place = places.popLast() else { break }
      let twin = kind.twinMarks.isEmpty ? nil : places.popLast()
      kind.plant(&rows[place], Planting(ordinal: ordinal, twin: good[twin ?? place]))
      expected += kind.marks.map { "\(SheetFile.row(place)) \($0)" }
      plan.append("\(SheetFile.row(place)) \(kind.name)")
      if !kind.isWarning { refused.insert(place) }
      if let twin {
        expected += kind.twinMarks.map { "\(SheetFile.row(twin)) \($0)" }
        refused.insert(twin)
      }
    }
    self.good = good
    self.rows = rows
    self.expected = expected.sorted()
    self.refused = refused.sorted()
    self.plan = plan
  }

  /// Imports the faulty rows, which must be found to be exactly that and leave nothing behind, then the mended ones,
  /// which must be taken whole.
  /// - Parameter taken: where rows that are taken are counted; not among the new ones in kinds that change records.
  func check(
    headings: [String], taken: KeyPath<RowCounts, Int> = \.created,
    location: SourceLocation = #_sourceLocation,
    _ importing: ([Row]) async throws -> ImportResult
  ) async throws {
    let first = try await importing(rows)
    expectFindings(of: first, headings, location)
    #expect(first.state == (refused.isEmpty ? "done" : "refused"), sourceLocation: location)
    if refused.isEmpty { return }
    let second = try await importing(good)
    #expect(second.findings.map(\.mark) == [], sourceLocation: location)
    #expect(second.state == "done" && second.rows[keyPath: taken] == good.count, sourceLocation: location)
  }

  /// Imports the good rows among them alone; then, mended, the others.
  func checkPartial(
    headings: [String], location: SourceLocation = #_sourceLocation,
    _ importing: ([Row]) async throws -> ImportResult
  ) async throws {
    let first = try await importing(rows)
    expectFindings(of: first, headings, location)
    #expect(first.rows.created == good.count - refused.count, sourceLocation: location)
    #expect(first.state == "done", sourceLocation: location)
    if refused.isEmpty { return }
    let second = try await importing(refused.map { good[$0] })
    #expect(second.findings.map(\.mark) == [], sourceLocation: location)
    #expect(second.rows.created == refused.count, sourceLocation: location)
  }

  /// Each finding that was planted, in its cell, and no other.
  private func expectFindings(of result: ImportResult, _ headings: [String], _ location: SourceLocation) {
    let found = result.findings.map(\.mark).sorted()
    #expect(found == expected, "\(difference(found))", sourceLocation: location)
    #expect(result.findingsTotal == expected.count, sourceLocation: location)
    #expect(result.rows.read == rows.count, sourceLocation: location)
    #expect(result.rows.failed == refused.count, sourceLocation: location)
    for finding in result.findings {
      let column = finding.column.flatMap { headings.firstIndex(of: $0) }
      let cell = column.map { CellAddress.columnLetters($0) + String(finding.row ?? 0) }
      #expect(finding.cell == cell, "\(finding.mark)", sourceLocation: location)
    }
  }

  private func difference(_ found: [String]) -> String {
    let steps = found.difference(from: expected)
    let surplus = steps.insertions.compactMap { if case .insert(_, let mark, _) = $0 { mark } else { nil } }
    let missing = steps.removals.compactMap { if case .remove(_, let mark, _) = $0 { mark } else { nil } }
    return "found and not planted: \(surplus); planted and not found: \(missing); plan: \(plan)"
  }
}

/// How many faults among how many rows.
struct PlantingSize: Sendable, CustomTestStringConvertible {
  var faults: Int
  var rows: Int
  var seed: UInt64

  var testDescription: String { "\(faults) among \(rows), seed \(seed)" }

  /// From none to many; the kinds themselves add the size that has each of them once.
  static let usual = [
    PlantingSize(faults: 0, rows: 50, seed: 1), PlantingSize(faults: 1, rows: 1, seed: 2),
    PlantingSize(faults: 7, rows: 120, seed: 3), PlantingSize(faults: 40, rows: 400, seed: 4),
  ]
}

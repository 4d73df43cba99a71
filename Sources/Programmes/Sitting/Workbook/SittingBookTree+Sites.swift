import ExamModel
import Tabular

extension SittingBookTree {
  private static let flags = [
    "open", "collectiveRegistration", "collectivePayment", "auditRequired", "classRequired", "classes",
    "subjectsPerCandidate", "candidatesPrintTickets",
  ]

  /// The sites: their row of settings, and what two more sheets say of each.
  mutating func sites(_ table: SheetTable) -> DocumentNode.Content {
    let subjects = rowsBySite(SittingSheet.siteSubjects)
    let days = rowsBySite(SittingSheet.preferredDays)
    var (sites, seen) = ([Pair](), Rows())
    for row in table.rows {
      guard let code = code("site", table, row) else { continue }
      guard seen.isNew(code, row) else {
        reportDoubled(code, seen, table, row, "site")
        continue
      }
      let line = table.number(of: row)
      var pairs = some(Self.flags, table, row)
      let offered = subjects.map { self.subjects($0.rows[code] ?? [], $0.table) } ?? SubjectRows()
      let total = table.number(row, "total")
      let capacity = [pair("total", table, row)] + offered.places
      pairs.append(
        Pair(key: "capacity", line: total, value: DocumentNode(content: .mapping(capacity), line: total)))
      if offered.saysNone || !offered.dates.isEmpty {
        pairs.append(
          Pair(key: "subjects", line: offered.dates.first?.line ?? line, value: offered.offered(line)))
      }
      if let days, let rows = days.rows[code], let first = rows.first {
        let dates = rows.map { preferredDay($0, days.table) }
        let line = days.table.number(of: first)
        pairs.append(
          Pair(key: "preferredDates", line: line, value: DocumentNode(content: .mapping(dates), line: line)))
      }
      let roster = roster(table, row)
      if let first = roster.first {
        pairs.append(
          Pair(
            key: "roster", line: first.line, value: DocumentNode(content: .mapping(roster), line: first.line))
        )
      }
      sites.append(Pair(key: code, line: line, value: DocumentNode(content: .mapping(pairs), line: line)))
    }
    for (table, rows) in [subjects, days].compactMap({ $0 }) {
      for (code, rows) in rows.sorted(by: { $0.key < $1.key }) where seen.first[code] == nil {
        for row in rows {
          report(
            .withoutParent, at: table.number(row, "site"), value: code, arguments: [SittingSheet.sites.name])
        }
      }
    }
    return .mapping(sites)
  }

  /// A day under its date. A date that is none is found where the days are read.
  private mutating func preferredDay(_ row: SheetTable.Row, _ table: SheetTable) -> Pair {
    var day = pair("places", table, row)
    day.line = table.number(row, "date")
    switch node("date", table, row).content {
    case .scalar(let date): day.key = date
    case .unreadable: day.value.content = .unreadable
    default:
      report(.missingCell, at: day.line, arguments: [table.sheet.column("date").heading])
      day.value.content = .unreadable
    }
    return day
  }

  private mutating func roster(_ table: SheetTable, _ row: SheetTable.Row) -> [Pair] {
    some(["rosterEnabled", "provinceOnly", "siteOnly"], table, row).map { pair in
      var pair = pair
      if pair.key == "rosterEnabled" { pair.key = "enabled" }
      return pair
    }
  }

  /// The rows of a sheet by the site they belong to.
  private mutating func rowsBySite(
    _ sheet: SittingSheet
  ) -> (table: SheetTable, rows: [String: [SheetTable.Row]])? {
    guard let table = table(sheet) else { return nil }
    let groups = groups("site", table)
    return (table, Dictionary(groups.map { ($0.code, $0.rows) }) { first, _ in first })
  }
}

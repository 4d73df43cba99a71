import ExamModel
import Tabular

extension SittingBookTree {
  /// The rows of a table by a code, in the order of their first rows.
  mutating func groups(
    _ key: String, _ table: SheetTable
  ) -> [(code: String, line: Int, rows: [SheetTable.Row])] {
    var groups: [(code: String, line: Int, rows: [SheetTable.Row])] = []
    var indices: [String: Int] = [:]
    for row in table.rows {
      guard let code = code(key, table, row) else { continue }
      if let index = indices[code] {
        groups[index].rows.append(row)
      } else {
        indices[code] = groups.count
        groups.append((code, table.number(row, key), [row]))
      }
    }
    return groups
  }

  /// The windows: an organisation's rows are its windows, or that they are as above.
  mutating func windows(_ table: SheetTable) -> DocumentNode.Content {
    var organisations: [Pair] = []
    for (code, line, rows) in groups("organisation", table) {
      var windows = Rows()
      var inherits = false
      for row in rows {
        guard let kind = self.code("window", table, row) else { continue }
        let line = table.number(row, "window")
        guard windows.isNew(kind, row) else {
          reportDoubled(kind, windows, table, row, "window")
          continue
        }
        switch kind {
        case SittingSheet.inheritWindows:
          inherits = true
          reportFilled(["start", "end"], table, row)
        case SittingSheet.noWindows:
          if rows.count > 1 { reportFilled(["window"], table, row) }
          reportFilled(["start", "end"], table, row)
        default:
          let hasEnd = WindowKind(rawValue: kind)?.hasEnd != false || table.text(row, "end") != nil
          let times = [node("start", table, row)] + (hasEnd ? [node("end", table, row)] : [])
          windows.pairs.append(
            Pair(key: kind, line: line, value: DocumentNode(content: .list(times), line: line)))
        }
      }
      var pairs = windows.pairs
      if inherits {
        let yes = DocumentNode(content: .scalar("true"), line: line)
        pairs.append(Pair(key: "inherit", line: line, value: yes))
      }
      organisations.append(
        Pair(key: code, line: line, value: DocumentNode(content: .mapping(pairs), line: line)))
    }
    return .mapping(organisations)
  }

  /// The subjects that organisations above the sites offer.
  mutating func offers(_ table: SheetTable) -> DocumentNode.Content {
    var organisations: [Pair] = []
    for (code, line, rows) in groups("organisation", table) {
      let subjects = subjects(rows, table)
      organisations.append(Pair(key: code, line: line, value: subjects.offered(line)))
    }
    return .mapping(organisations)
  }

  /// The subjects of an organisation or a site, with their days and places. A row that says `无` alone is none.
  mutating func subjects(_ rows: [SheetTable.Row], _ table: SheetTable) -> SubjectRows {
    var subjects = SubjectRows()
    var seen = Rows()
    let hasPlaces = table.sheet.columns.contains { $0.key == "places" }
    for row in rows {
      guard let code = code("subject", table, row) else { continue }
      if code == SittingSheet.none {
        // Rows with places alone offer nothing, and may stand beside it.
        if rows.contains(where: { $0.number != row.number && (!hasPlaces || table.text($0, "dates") != nil) })
        {
          reportFilled(["subject"], table, row)
        }
        reportFilled(["dates"] + (hasPlaces ? ["places"] : []), table, row)
        subjects.saysNone = true
        continue
      }
      guard seen.isNew(code, row) else {
        reportDoubled(code, seen, table, row, "subject")
        continue
      }
      let line = table.number(row, "subject")
      if table.text(row, "dates") != nil || !hasPlaces {
        // A blank cell is a list without days, which is a finding where it is read.
        var dates = node("dates", table, row)
        if case .nothing = dates.content { dates.content = .list([]) }
        subjects.dates.append(Pair(key: code, line: line, value: dates))
      }
      if hasPlaces, table.text(row, "places") != nil {
        subjects.places.append(pair("places", table, row, as: code))
      }
    }
    return subjects
  }

  /// The fees: the row without a subject is what holds for the others.
  mutating func fees(_ table: SheetTable) -> DocumentNode.Content {
    var organisations: [Pair] = []
    for (code, line, rows) in groups("organisation", table) {
      var (fees, seen) = (Rows(), Rows())
      for row in rows {
        let subject = table.text(row, "subject") ?? ""
        guard seen.isNew(subject, row) else {
          reportDoubled(subject, seen, table, row, subject.isEmpty ? "organisation" : "subject")
          continue
        }
        if subject.isEmpty {
          fees.pairs.append(pair("person", table, row))
          fees.pairs.append(pair("fee", table, row, as: "subject"))
        } else if let subject = self.code("subject", table, row) {
          reportFilled(["person"], table, row)
          fees.others.append(pair("fee", table, row, as: subject))
        }
      }
      var pairs = fees.pairs
      if let first = fees.others.first {
        pairs.append(
          Pair(
            key: "subjects", line: first.line,
            value: DocumentNode(content: .mapping(fees.others), line: first.line)))
      }
      organisations.append(
        Pair(key: code, line: line, value: DocumentNode(content: .mapping(pairs), line: line)))
    }
    return .mapping(organisations)
  }

  /// Says that a row says again what one further up says.
  mutating func reportDoubled(
    _ code: String, _ seen: Rows, _ table: SheetTable, _ row: SheetTable.Row, _ key: String
  ) {
    let text = table.text(row, key) ?? code
    report(
      .doubledRow, at: table.number(row, key), value: text, arguments: [String(seen.first[code] ?? 0)])
  }
}

/// 同组行 — what the rows of one organisation or site gave, and where each code stood first.
struct Rows {
  var pairs: [DocumentNode.Pair] = []
  var others: [DocumentNode.Pair] = []
  private(set) var first: [String: Int] = [:]

  /// Whether a code stands for the first time.
  mutating func isNew(_ code: String, _ row: SheetTable.Row) -> Bool {
    guard first[code] == nil else { return false }
    first[code] = row.number
    return true
  }
}

/// 科目行 — the subjects that rows offer, with their days, and the places that rows give them.
struct SubjectRows {
  var dates: [DocumentNode.Pair] = []
  var places: [DocumentNode.Pair] = []
  /// Whether a row says that there are none.
  var saysNone = false

  /// The subjects as a node.
  func offered(_ line: Int) -> DocumentNode { DocumentNode(content: .mapping(dates), line: line) }
}

internal import ExamModel
internal import Programmes
internal import Storage

/// 打印计划 — which entries go on which sheet of which file. Read first and without anything large, because a sheet's head
/// names what only its last entry tells.
enum DocumentPlan {
  /// The sheets of a package in the order in which they are printed.
  static func sheets(
    _ layout: DocumentLayout, _ order: DocumentLayout.Order, _ selection: EntryListing.Selection,
    _ context: ExportContext, _ session: any Session
  ) throws -> [DocumentSheet] {
    let fixed: [EntryListing.Value] = [.entry, .seat, .ticket, .subject, .roomSeats] + [order.grouping]
    let reader = DocumentValues(Set(layout.file.fields + layout.sheet), after: fixed, context)
    var sheets: [DocumentSheet] = []
    try EntryListing.forEach(
      reader.values, orderedBy: order.values, selection, sitting: context.sittingID, site: context.site,
      session
    ) { row in
      let texts = reader.texts(row)
      let ticket = row.text(2)
      var next = DocumentSheet(
        file: "", key: layout.sheet.map { texts[$0] ?? "" }, group: order.group(row.text(5)),
        firstTicket: ticket, lastTicket: ticket, seats: row.integer(4))
      next.file = layout.file.filled { field in
        field == .group ? next.group : texts[field] ?? context.constant(field)
      }
      if sheets.isEmpty || sheets[sheets.count - 1].key != next.key
        || sheets[sheets.count - 1].file != next.file
      {
        sheets.append(next)
      }
      let last = sheets.count - 1
      sheets[last].entries.append(.init(entry: row.integer(0), seat: row.integer(1)))
      sheets[last].subjects.insert(row.text(3))
      sheets[last].firstTicket = min(sheets[last].firstTicket, ticket)
      sheets[last].lastTicket = max(sheets[last].lastTicket, ticket)
    }
    if layout.grid.place == .seat {
      for index in sheets.indices { sheets[index].entries.sort { $0.seat < $1.seat } }
    }
    return sheets
  }
}

extension DocumentLayout.Order {
  /// By what entries are sorted.
  fileprivate var values: [EntryListing.Value] {
    switch self {
    case .room: [.room, .batch, .seat]
    case .class: [.class, .documentNumber]
    case .department: [.department, .class, .documentNumber]
    case .id: [.documentNumber]
    }
  }

  /// What parts the files.
  fileprivate var grouping: EntryListing.Value {
    switch self {
    case .room: .room
    case .class: .class
    case .department: .department
    case .id: .site
    }
  }

  /// The name of a group: those without a class are a group, too.
  fileprivate func group(_ value: String) -> String {
    switch self {
    case .id: "全部"
    case .room, .class, .department: value.isEmpty ? "未填" : value
    }
  }
}

extension ExportContext {
  /// The text of what is the same in all documents of a package; empty for anything else.
  func constant(_ field: DocumentField) -> String {
    switch field {
    case .programmeName: programme.name
    case .sittingName: sitting.name
    case .sittingNumber: String(sitting.number)
    case .site: site
    case .siteName: sitting.organisation(site)?.name ?? ""
    case .siteAddress: sitting.organisation(site)?.address ?? ""
    case .madeOn: "\(now.date.year)年\(now.date.month)月\(now.date.day)日"
    default: ""
    }
  }
}

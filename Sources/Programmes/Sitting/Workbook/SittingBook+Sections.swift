import ExamModel

extension SittingBook {
  typealias Row = [String: String]

  /// What separates the parts of a cell.
  private static let separator = "；"

  static func identity(_ definition: SittingDefinition) -> Row {
    [
      "sitting": definition.id, "programme": definition.programme, "number": String(definition.number),
      "name": definition.name, "examDates": text(definition.examDates),
      "least": definition.ages.map { String($0.least) } ?? "",
      "most": definition.ages.map { String($0.most) } ?? "",
    ]
  }

  static func organisations(_ definition: SittingDefinition) -> [Row] {
    rows(definition.organisations) { code, organisation in
      [
        "code": code, "name": organisation.name, "address": organisation.address ?? "",
        "audited": String(organisation.isAudited), "enabled": String(organisation.isEnabled),
      ]
    }
  }

  static func users(_ definition: SittingDefinition) -> [Row] {
    rows(definition.users) { name, user in
      ["name": name, "organisation": user.organisation, "role": user.role.rawValue]
    }
  }

  static func windows(_ definition: SittingDefinition) -> [Row] {
    SittingCheck.sorted(definition.windows).flatMap { code, set -> [Row] in
      let windows = WindowKind.allCases.compactMap { kind -> Row? in
        guard let window = set.written[kind] else { return nil }
        return [
          "organisation": code, "window": kind.rawValue, "start": window.start.shortText,
          "end": window.end?.shortText ?? "",
        ]
      }
      if set.inherits { return [["organisation": code, "window": SittingSheet.inheritWindows]] + windows }
      return windows.isEmpty ? [["organisation": code, "window": SittingSheet.noWindows]] : windows
    }
  }

  static func offers(_ definition: SittingDefinition) -> [Row] {
    SittingCheck.sorted(definition.offers).flatMap { code, subjects in
      offerRows(subjects, of: "organisation", code, definition)
    }
  }

  static func fees(_ definition: SittingDefinition) -> [Row] {
    SittingCheck.sorted(definition.fees).flatMap { code, fees -> [Row] in
      let all = [
        "organisation": code, "person": SittingDefinition.yuan(fees.person),
        "fee": SittingDefinition.yuan(fees.subject),
      ]
      return [all]
        + rows(fees.subjects) { subject, fee in
          ["organisation": code, "subject": subject, "fee": SittingDefinition.yuan(fee)]
        }
    }
  }

  static func sites(_ definition: SittingDefinition) -> [Row] {
    rows(definition.sites) { code, site in
      [
        "site": code, "open": String(site.isOpen),
        "collectiveRegistration": String(site.allowsCollectiveRegistration),
        "collectivePayment": String(site.allowsCollectivePayment),
        "auditRequired": String(site.requiresAudit), "classRequired": String(site.requiresClass),
        "classes": site.classes.names.joined(separator: separator),
        "subjectsPerCandidate": String(site.subjectsPerCandidate),
        "candidatesPrintTickets": String(site.candidatesPrintTickets),
        "total": String(site.capacity.total), "rosterEnabled": String(site.roster.isEnabled),
        "provinceOnly": String(site.roster.provinceOnly), "siteOnly": String(site.roster.siteOnly),
      ]
    }
  }

  static func siteSubjects(_ definition: SittingDefinition) -> [Row] {
    SittingCheck.sorted(definition.sites).flatMap { code, site -> [Row] in
      let offered = offerRows(site.subjects, of: "site", code, definition).map { row in
        row.merging(["places": row["subject"].flatMap { site.capacity.subjects[$0] }.map(String.init) ?? ""])
        {
          $1
        }
      }
      let others = site.capacity.subjects.filter { site.subjects[$0.key] == nil }
      return offered
        + rows(others) { ["site": code, "subject": $0, "places": String($1)] }
    }
  }

  static func preferredDays(_ definition: SittingDefinition) -> [Row] {
    SittingCheck.sorted(definition.sites).flatMap { code, site in
      site.preferredDays.map { ["site": code, "date": $0.date.iso, "places": String($0.places)] }
    }
  }

  static func calendar(_ definition: SittingDefinition) -> [Row] {
    definition.calendar.map { step in
      [
        "step": step.step, "responsible": step.responsible.joined(separator: separator),
        "start": step.start?.shortText ?? "", "deadline": step.deadline?.shortText ?? "",
      ]
    }
  }

  static func row(_ account: OrganisationAccount) -> Row {
    [
      "organisation": account.organisation, "bank": account.account.bank,
      "bankNumber": account.account.bankNumber, "name": account.account.name,
      "number": account.account.number, "kind": account.account.kind,
      "remarks": account.account.remarks ?? "",
    ]
  }

  /// One row for each subject; where there is none, one that says so.
  private static func offerRows(
    _ subjects: [String: SubjectOffer], of key: String, _ code: String, _ definition: SittingDefinition
  ) -> [Row] {
    if subjects.isEmpty { return [[key: code, "subject": SittingSheet.none]] }
    return rows(subjects) { subject, offer in
      [key: code, "subject": subject, "dates": text(offer, examDates: definition.examDates)]
    }
  }

  /// The days of an offer. Two stand for all exam days between them, so two that do not are written with one of them
  /// twice: three days are just those days.
  private static func text(_ offer: SubjectOffer, examDates: [CalendarDate]) -> String {
    guard offer.dates.count == 2, examDates.contains(where: { $0 > offer.dates[0] && $0 < offer.dates[1] })
    else { return text(offer.dates) }
    return text(offer.dates + offer.dates.suffix(1))
  }

  private static func text(_ dates: [CalendarDate]) -> String {
    dates.map(\.iso).joined(separator: separator)
  }

  static func rows<Value>(_ values: [String: Value], _ row: (String, Value) -> Row) -> [Row] {
    SittingCheck.sorted(values).map { row($0.key, $0.value) }
  }
}

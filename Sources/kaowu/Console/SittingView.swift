internal import ExamModel
internal import Operations
internal import Programmes

/// 考次视图 — what was set for a sitting as `kaowu sitting show` prints it, as far as the user may see it.
struct SittingView: Encodable {
  struct Ages: Encodable {
    var least: Int
    var most: Int
  }
  struct OrganisationItem: Encodable {
    var code: String
    var name: String
    var address: String?
    var enabled: Bool
    var audited: Bool
  }
  struct UserItem: Encodable {
    var name: String
    var organisation: String
    var role: String
  }
  /// The windows that hold for one organisation, inherited ones among them.
  struct WindowsItem: Encodable {
    var organisation: String
    var windows: [WindowItem]
  }
  struct WindowItem: Encodable {
    var window: String
    var opens: String
    var closes: String?
    var inherited: Bool
  }
  struct OffersItem: Encodable {
    var organisation: String
    var subjects: [SubjectItem]
  }
  struct SubjectItem: Encodable {
    var subject: String
    var dates: [String]
  }
  struct FeesItem: Encodable {
    var organisation: String
    var personFen: Int
    var subjectFen: Int
    var subjects: [String: Int]
  }
  struct SiteItem: Encodable {
    struct Capacity: Encodable {
      var total: Int
      var subjects: [String: Int]
    }
    struct Day: Encodable {
      var date: String
      var places: Int
    }
    struct Roster: Encodable {
      var enabled: Bool
      var provinceOnly: Bool
      var siteOnly: Bool
    }
    var site: String
    var open: Bool
    var collectiveRegistration: Bool
    var collectivePayment: Bool
    var auditRequired: Bool
    var classRequired: Bool
    var classes: [String]
    var subjectsPerCandidate: Int
    var candidatesPrintTickets: Bool
    var preferredDates: [Day]
    var capacity: Capacity
    var subjects: [SubjectItem]
    var roster: Roster
  }

  let sitting: String
  let programme: String
  let number: Int
  let name: String
  let closed: Bool
  let examDates: [String]
  let ages: Ages?
  let organisations: [OrganisationItem]
  let users: [UserItem]
  let windows: [WindowsItem]
  let subjects: [OffersItem]
  let fees: [FeesItem]
  let sites: [SiteItem]
  let plans: [ExamPlan]?
  let calendar: [CalendarStep]?

  init(_ open: OpenSitting) {
    let visible = open.visibleDefinition
    func sorted<Value>(_ values: [String: Value]) -> [(key: String, value: Value)] {
      values.sorted { $0.key < $1.key }
    }
    sitting = open.code
    (programme, number, name, closed) = (visible.programme, visible.number, visible.name, open.isClosed)
    examDates = visible.examDates.map(\.iso)
    ages = visible.ages.map { Ages(least: $0.least, most: $0.most) }
    organisations = sorted(visible.organisations).map { OrganisationItem($0.value) }
    users = visible.users.values.sorted { ($0.organisation, $0.name) < ($1.organisation, $1.name) }
      .map { UserItem(name: $0.name, organisation: $0.organisation, role: $0.role.rawValue) }
    // The windows that hold are those of the whole definition: what is inherited comes from above the user's sight.
    windows = sorted(visible.windows).map { code, set in
      WindowsItem(organisation: code, set, open.definition.windows(of: code) ?? [:])
    }
    subjects = sorted(visible.offers).map {
      OffersItem(organisation: $0.key, subjects: SubjectItem.all($0.value))
    }
    // A site sees the fees that hold for it, though they were set by the province.
    let isFeeSet = { (site: String) in
      open.definition.upwards(from: site).contains { visible.fees[$0] != nil }
    }
    let inherited = visible.sites.keys.filter { !isFeeSet($0) }.compactMap { site in
      open.definition.fees(for: site).map { (site, $0) }
    }
    fees = sorted(visible.fees.merging(inherited) { own, _ in own }).map {
      FeesItem(
        organisation: $0.key, personFen: $0.value.person, subjectFen: $0.value.subject,
        subjects: $0.value.subjects)
    }
    sites = sorted(visible.sites).map { SiteItem($0.key, $0.value) }
    plans = visible.plans.isEmpty ? nil : visible.plans
    calendar = visible.calendar.isEmpty ? nil : visible.calendar
  }
}

extension SittingView.OrganisationItem {
  init(_ organisation: Organisation) {
    self.init(
      code: organisation.code, name: organisation.name, address: organisation.address,
      enabled: organisation.isEnabled, audited: organisation.isAudited)
  }
}

extension SittingView.WindowsItem {
  fileprivate init(
    organisation: String, _ set: SittingDefinition.WindowSet, _ holding: [WindowKind: Window]
  ) {
    self.organisation = organisation
    windows = WindowKind.allCases.compactMap { kind in
      holding[kind].map { window in
        SittingView.WindowItem(
          window: kind.rawValue, opens: window.start.iso, closes: window.end?.iso,
          inherited: set.written[kind] == nil)
      }
    }
  }
}

extension SittingView.SubjectItem {
  fileprivate static func all(_ offers: [String: SubjectOffer]) -> [Self] {
    offers.sorted { $0.key < $1.key }.map { Self(subject: $0.key, dates: $0.value.dates.map(\.iso)) }
  }
}

extension SittingView.SiteItem {
  fileprivate init(_ code: String, _ site: SiteSettings) {
    self.init(
      site: code, open: site.isOpen, collectiveRegistration: site.allowsCollectiveRegistration,
      collectivePayment: site.allowsCollectivePayment, auditRequired: site.requiresAudit,
      classRequired: site.requiresClass, classes: site.classes.names,
      subjectsPerCandidate: site.subjectsPerCandidate, candidatesPrintTickets: site.candidatesPrintTickets,
      preferredDates: site.preferredDays.map { Day(date: $0.date.iso, places: $0.places) },
      capacity: Capacity(total: site.capacity.total, subjects: site.capacity.subjects),
      subjects: SittingView.SubjectItem.all(site.subjects),
      roster: Roster(
        enabled: site.roster.isEnabled, provinceOnly: site.roster.provinceOnly,
        siteOnly: site.roster.siteOnly))
  }
}

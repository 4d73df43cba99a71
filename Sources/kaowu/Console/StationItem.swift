internal import ExamModel
internal import Storage
internal import Tabular

/// 考核站点申报视图 — an application for a station as programs read it.
struct StationItem: Encodable {
  struct Certificate: Encodable {
    var certificate: String
    var level: String
  }
  struct Contact: Encodable {
    var name: String
    var phone: String
    var email: String
  }
  struct Evidence: Encodable {
    var name: String
    var bytes: Int
    var sha256: String
  }

  var site: String
  var state: String
  var name: String
  var region: String
  var address: String
  var contact: Contact
  var certificates: [Certificate]
  var evidence: Evidence?
  var appliedAt: String
  var appliedBy: String
  var decidedAt: String?
  var decidedBy: String?
  var reason: String?

  init(_ station: StationRecord) {
    site = station.site
    state = station.state.rawValue
    name = station.name
    region = station.region
    address = station.address
    contact = Contact(
      name: station.contactName, phone: station.contactPhone, email: station.contactEmail)
    certificates = station.certificates.map { Certificate(certificate: $0.name, level: $0.level) }
    evidence = station.evidence.map { Evidence(name: $0.name, bytes: $0.bytes, sha256: $0.sha256) }
    appliedAt = Instant(secondsSince1970: station.appliedAt).iso
    appliedBy = station.appliedBy
    decidedAt = station.decidedAt.map { Instant(secondsSince1970: $0).iso }
    decidedBy = station.decidedBy
    reason = station.reason
  }

  /// The word for a state.
  static func word(_ state: StationRecord.State) -> Wording {
    switch state {
    case .pending: Wording(zh: "待审批", en: "pending")
    case .approved: Wording(zh: "已批准", en: "approved")
    case .rejected: Wording(zh: "已驳回", en: "rejected")
    }
  }

  /// Prints what was decided.
  func show(_ console: Console) throws {
    if console.isJSON { try console.print(json: self) }
    let word = StationRecord.State(rawValue: state).map(Self.word) ?? Wording(zh: state, en: state)
    let why = reason.map { Wording(zh: "（\($0)）", en: " (\($0))") } ?? Wording(zh: "", en: "")
    console.say(
      zh: "考核站点 \(site)（\(name)）\(word.zh)\(why.zh)。", en: "Station \(site) (\(name)): \(word.en)\(why.en).")
  }
}

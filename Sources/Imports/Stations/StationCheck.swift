internal import ExamModel
public import Programmes
public import Storage
public import Tabular

/// 考核站点申报检查 — finds everything that is wrong with an application for a station (ORG-08). The column of a finding is
/// the option of the command.
public struct StationCheck {
  private let regions: RegionCodes
  private let known: [StationRecord.Certificate]

  /// A check against a programme's regions and the certificates of a sitting's plans.
  public init(_ programme: Programme, _ sitting: SittingDefinition) {
    regions = programme.regions
    var certificates: [StationRecord.Certificate] = []
    for plan in sitting.plans {
      let certificate = StationRecord.Certificate(name: plan.certificate, level: plan.level)
      if !certificates.contains(certificate) { certificates.append(certificate) }
    }
    known = certificates
  }

  /// The certificates that a text names: all levels of a name, or the one level that stands behind it.
  public func certificates(named text: String) -> [StationRecord.Certificate] {
    let text = TextCleaning.trimmed(text)
    return known.filter { text == $0.name || text == $0.title }
  }

  /// All findings of an application, in the order of the options.
  /// - Parameter names: the certificates as they were typed.
  public func findings(in station: StationRecord, certificates names: [String]) -> [Finding] {
    var findings = NamedTextCheck.findings([("--name", station.name)])
    func report(_ template: FindingTemplate, _ option: String, _ value: String, _ arguments: [String] = []) {
      findings.append(
        Finding(template, at: Place(column: option), value: String(value.prefix(40)), arguments: arguments))
    }
    let isRegion = station.region.utf8.count == 6 && Int(station.region).map(regions.contains) == true
    if !isRegion { report(StationRules.region, "--region", station.region) }
    findings += NamedTextCheck.findings([
      ("--address", station.address), ("--contact", station.contactName),
    ])
    if !PhoneNumber.isMobile(station.contactPhone) {
      report(StationRules.mobile, "--phone", station.contactPhone)
    }
    if !EmailAddress.isValid(station.contactEmail) {
      report(FormRules.email, "--email", station.contactEmail)
    }
    let all = known.map(\.title).joined(separator: "、")
    if names.isEmpty { report(StationRules.certificateMissing, "--certificate", "", [all]) }
    for name in names where certificates(named: name).isEmpty {
      report(StationRules.certificate, "--certificate", name, [all])
    }
    return findings
  }
}

public import ExamModel
internal import Programmes
internal import Tabular

extension Office {
  /// 机构清单 — an organisation and those below it, by their codes; outside the scope there are none (ch. 7).
  public func organisations(sitting code: String, site: String) async throws -> [Organisation] {
    let sitting = try await open(code)
    guard sitting.sees(site) else { return [] }
    return sitting.definition.organisations.values
      .filter { sitting.programme.levels.isWithin($0.code, scope: site) }.sorted { $0.code < $1.code }
  }

  /// 修改机构信息 — gives an organisation another name or address, at any time, unless it is audited (ORG-05).
  /// - Parameters:
  ///   - name: the new name; nil leaves it.
  ///   - address: the new address, blank for none; nil leaves it.
  /// - Throws: `Refusal` outside the scope, of a closed sitting, for a viewer, and for an audited organisation.
  public func editOrganisation(
    _ site: String, in code: String, name: String? = nil, address: String? = nil
  ) async throws -> Edit<Organisation> {
    try await change(code, rule: "ORG-05") { sitting, definition, _ in
      try sitting.requireManagement(of: site)
      var organisation = try sitting.requireOrganisation(site)
      guard !organisation.isAudited else {
        throw Refusal(
          .precondition, rule: "ORG-05",
          Wording(
            zh: "机构 \(site)（\(organisation.name)）的信息已审核，不能修改。请上级先取消审核。",
            en: """
              The organisation \(site) (\(organisation.name)) is audited and cannot be edited. Have an organisation \
              above take the audit back first.
              """))
      }
      if let name { organisation.name = TextCleaning.trimmed(name) }
      if let address {
        let trimmed = TextCleaning.trimmed(address)
        organisation.address = trimmed.isEmpty ? nil : trimmed
      }
      let findings = NamedTextCheck.findings(
        [("--name", organisation.name)] + (organisation.address.map { [("--address", $0)] } ?? []))
      if findings.isEmpty { definition.organisations[site] = organisation }
      return Edit(record: organisation, findings: findings)
    }
  }

  /// 机构信息审核 — marks an organisation as audited, or takes that back (ORG-05). It never blocks the organisation's work.
  /// - Throws: `Refusal` for anyone but an administrator of an organisation above.
  public func setAudited(
    _ isAudited: Bool, of site: String, in code: String, reason: String? = nil
  ) async throws -> Organisation {
    try await change(code, rule: "ORG-05", reason: reason) { sitting, definition, _ in
      try sitting.requireManagement(
        above: site, rule: "ORG-05",
        Wording(
          zh: "机构 \(site) 的信息由上级审核，本机构不能审核或取消审核。",
          en: "The organisation \(site) is audited by an organisation above, not by itself."))
      var organisation = try sitting.requireOrganisation(site)
      organisation.isAudited = isAudited
      definition.organisations[site] = organisation
      return organisation
    }
  }
}

extension OpenSitting {
  /// The organisation of a code. The centre is seen, but is none that could be edited.
  func requireOrganisation(_ code: String) throws(Refusal) -> Organisation {
    guard let organisation = definition.organisation(code) else {
      throw Refusal(
        .scope, rule: "ORG-02",
        Wording(
          zh: "没有机构 \(code)。请检查机构代码。", en: "There is no organisation \(code). Check the code."))
    }
    return organisation
  }
}

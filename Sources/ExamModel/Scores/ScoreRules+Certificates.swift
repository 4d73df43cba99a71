/// 证书状态 — whether a result leads to a certificate.
public enum CertificateStanding: Sendable, Hashable {
  /// 发证: a certificate is due.
  case due
  /// 保证: passed, but kept until one of these subjects is passed as well.
  case kept(until: [String])
  /// No certificate.
  case none
}

/// 证书编号错误 — why a certificate number does not fit its row.
public enum CertificateFault: Sendable, Hashable {
  /// A number although no certificate is due.
  case notDue
  /// Not in the programme's form.
  case form
  /// In the form, but with another value in one of its fields (the subject, the sitting).
  case differs(field: String, expected: String)
}

extension ScoreRules {
  /// Whether a result leads to a certificate. `passed` are the other subjects the candidate has passed, in this sitting
  /// or before.
  public func certificate(subject: String, standing: Standing, passed: Set<String>) -> CertificateStanding {
    guard standing == .passed else { return .none }
    let required = requirements[subject] ?? []
    return required.isEmpty || !passed.isDisjoint(with: required) ? .due : .kept(until: required)
  }

  /// Checks a certificate number: none where none is due, and one in the programme's form with the row's own subject and
  /// sitting. A blank number is never a fault: a passed subject may be kept.
  public func certificateFault(
    _ number: String, standing: Standing, expected: [String: String]
  ) -> CertificateFault? {
    if number.isEmpty { return nil }
    guard standing == .passed else { return .notDue }
    guard let certificate else { return nil }
    guard let values = certificate.parse(number) else { return .form }
    for field in certificate.fields {
      if let wanted = expected[field.name], values[field.name] != wanted {
        return .differs(field: field.name, expected: wanted)
      }
    }
    return nil
  }
}

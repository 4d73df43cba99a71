internal import ExamModel
public import Programmes
public import Storage

extension PaymentConditions {
  /// What a sitting and its programme ask before an entry can be paid: the audit where the site requires one, a photo
  /// where the programme does.
  public init(_ sitting: SittingDefinition, _ programme: Programme) {
    self.init(
      auditSites: sitting.sites.filter(\.value.requiresAudit).map(\.key),
      asksForPhoto: programme.photo?.isRequiredForPayment == true)
  }
}

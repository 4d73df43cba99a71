/// What a test says of one site; `SittingPlan` writes it into the sitting file.
struct SitePlan: Sendable {
  var isOpen = true
  var takesCollective = true
  var paysCollectively = true
  var requiresAudit = false
  var requiresClass = false
  var classes = "会计一班;会计二班；管理一班"
  var subjectsPerCandidate = 2
  var total = 1000
  /// The subjects that it offers, with their places.
  var places = ["14": 500, "15": 300, "26": 99999, "35": 100, "42": 100]
  /// The days of each subject; all exam days where nothing is said.
  var days: [String: String] = [:]
  var preferredDates = "{}"
  var roster = "{enabled: false, provinceOnly: false, siteOnly: false}"

  /// The site's lines of a sitting file.
  var lines: [String] {
    let codes = places.keys.sorted()
    let capacity = ["total: \(total)"] + codes.map { "\"\($0)\": \(places[$0, default: 0])" }
    let subjects = codes.map { "\"\($0)\": \(days[$0] ?? SittingPlan.examDates)" }
    return [
      "open: \(isOpen)", "collectiveRegistration: \(takesCollective)",
      "collectivePayment: \(paysCollectively)",
      "auditRequired: \(requiresAudit)", "classRequired: \(requiresClass)", "classes: \(classes)",
      "subjectsPerCandidate: \(subjectsPerCandidate)", "candidatesPrintTickets: true",
      "preferredDates: \(preferredDates)", "capacity: {\(capacity.joined(separator: ", "))}",
      "subjects: {\(subjects.joined(separator: ", "))}", "roster: \(roster)",
    ]
  }
}

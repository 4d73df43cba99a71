public import Tabular

/// 考次检查文案 — the words of everything that can be wrong with a sitting file. Each template stands beside the check
/// that emits it; this is the list for those who show findings.
public enum SittingRules {
  /// All templates, in the order in which a file is read and checked.
  public static let templates: [FindingTemplate] =
    workbooks + reading + identity + organisations + windows + subjects + sites + plans + accounts + reloading
    + editing

  private static let workbooks: [FindingTemplate] = [
    .missingSheet, .unknownSheet, .noHeadings, .unknownHeading, .doubledHeading, .missingHeading, .noHeading,
    .missingCell, .unknownChoice, .secondSitting, .doubledRow, .notHere, .withoutParent, .codeTooLong,
    .digitsLost, .errorCell,
  ]
  private static let accounts: [FindingTemplate] = [.doubledAccount, .unknownAccountOrganisation]
  private static let reading: [FindingTemplate] = [
    .unknownKey, .missing, .blank, .tooManyDates, .wrongForm, .doubledExamDate, .doubledOrganisation,
    .doubledUser, .unknownRole, .doubledDay, .noDates, .datesReversed, .wrongWindowSet, .unknownWindow,
    .wrongWindow, .wrongStart,
  ]
  private static let identity: [FindingTemplate] = [
    .unknownProgramme, .otherProgramme, .wrongNumber, .wrongID, .noExamDates, .wrongAges,
  ]
  private static let organisations: [FindingTemplate] = [
    .wrongCodeLength, .missingParent, .unknownUserOrganisation,
  ]
  private static let windows: [FindingTemplate] = [
    .unknownOrganisation, .nothingToInherit, .windowReversed, .windowWithoutParent, .windowOutside,
  ]
  private static let subjects: [FindingTemplate] = [
    .unknownSubject, .noExamDay, .notOfferedAbove, .datesOutside, .wrongFee,
  ]
  private static let sites: [FindingTemplate] = [
    .noSite, .wrongSubjectsPerCandidate, .wrongTotal, .wrongPlaces, .capacityWithoutSubject,
    .subjectWithoutCapacity, .noPreferredDay, .wrongDayPlaces, .dayPlacesOverTotal, .doubledClass,
  ]
  private static let plans: [FindingTemplate] = [
    .doubledPlan, .wrongPlanNumber, .wrongPlanSubject, .doubledPlanSubject, .twoKinds, .wrongMark,
    .wrongWeights,
    .unknownLevel,
  ]
  private static let reloading: [FindingTemplate] = [
    .siteRemoved, .subjectWithEntries, .subjectWithCapacity, .datesEdited, .totalBelowRegistered,
    .placesBelowRegistered, .auditedEdited, .auditedRemoved, .organisationWithAccounts, .windowShortened,
    .planSubjectWithEntries, .unknownEarlierSitting,
  ]
  private static let editing: [FindingTemplate] = [
    .blankAccountField, .wrongAccountText, .wrongBankNumber, .wrongAccountNumber, .accountExists,
    .wrongName, .takenUserName,
  ]
}

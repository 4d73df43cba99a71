public import ExamModel
public import Tabular

/// 分账账户检查 — finds everything in a settlement account that a bank could not use (chapter 45).
public enum SettlementAccountCheck {
  /// The most characters of a text.
  private static let mostCharacters = 100

  /// A field of an account: its key in a sitting file, and the option of the command.
  enum Field: String {
    case bank, bankNumber, name, number, kind, remarks

    var option: String { self == .bankNumber ? "--bank-number" : "--\(rawValue)" }
  }

  /// What is wrong with a field.
  struct Fault {
    let template: FindingTemplate
    let field: Field
    let value: String?
    /// What follows the field's name.
    let arguments: [String]
  }

  /// All findings of an account, in the order of its fields. The column of a finding is the option of the command.
  public static func findings(in account: SettlementAccount) -> [Finding] {
    faults(in: account).map { fault in
      Finding(
        fault.template, at: Place(column: fault.field.option), value: fault.value,
        arguments: [fault.field.option] + fault.arguments)
    }
  }

  /// All faults of an account, in the order of its fields.
  static func faults(in account: SettlementAccount) -> [Fault] {
    var faults: [Fault] = []
    func report(
      _ template: FindingTemplate, _ field: Field, _ value: String?, _ arguments: [String] = []
    ) {
      faults.append(Fault(template: template, field: field, value: value, arguments: arguments))
    }
    func check(text: String, _ field: Field) {
      let isLine = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      if text.isEmpty {
        report(.blankAccountField, field, nil)
      } else if text.count > mostCharacters || !isLine {
        report(.wrongAccountText, field, String(text.prefix(20)), [String(mostCharacters)])
      }
    }
    check(text: account.bank, .bank)
    if !SettlementAccount.isBankNumber(account.bankNumber) {
      report(.wrongBankNumber, .bankNumber, String(account.bankNumber.prefix(40)))
    }
    check(text: account.name, .name)
    if !SettlementAccount.isAccountNumber(account.number) {
      report(.wrongAccountNumber, .number, nil)
    }
    check(text: account.kind, .kind)
    if let remarks = account.remarks { check(text: remarks, .remarks) }
    return faults
  }

  /// The finding where an organisation has an account of the number already.
  public static func existing(_ organisation: String) -> Finding {
    Finding(.accountExists, at: Place(column: "--number"), arguments: [organisation])
  }
}

extension FindingTemplate {
  static let blankAccountField = FindingTemplate(
    "ORG-04.blank",
    message: Wording(zh: "{0} 没有填写。", en: "{0} is blank."),
    advice: Wording(zh: "请填写；只有备注可以不写。", en: "Fill it in; only the remarks may be left out."))

  static let wrongAccountText = FindingTemplate(
    "ORG-04.text",
    message: Wording(zh: "{0} 应是一行、至多 {1} 个字符的文字。", en: "{0} is one line of at most {1} characters."),
    advice: Wording(zh: "请缩短或去掉换行。", en: "Shorten it, or take the line breaks out."))

  static let wrongBankNumber = FindingTemplate(
    "ORG-04.bankNumber",
    message: Wording(zh: "银行行号应为 12 位数字。", en: "The number of a bank has 12 digits."),
    advice: Wording(zh: "请向开户行或财务部门核实。", en: "Ask the bank, or those who keep the accounts."))

  static let wrongAccountNumber = FindingTemplate(
    "ORG-04.accountNumber",
    message: Wording(
      zh: "账号应为 6–32 位数字，不含空格和横线。", en: "The number of an account has 6 to 32 digits, no blanks and dashes."),
    advice: Wording(zh: "请按开户行给出的账号填写。", en: "Write it as the bank gave it."))

  static let accountExists = FindingTemplate(
    "ORG-04.exists",
    message: Wording(
      zh: "机构 {0} 已有这个账号的分账账户。", en: "The organisation {0} has an account of this number already."),
    advice: Wording(
      zh: "要修改请用 kaowu accounts change。", en: "To change it, use kaowu accounts change."))
}

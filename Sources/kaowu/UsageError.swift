internal import Tabular

/// 用法错误 — the command was called the wrong way, in a way that the argument parser cannot see by itself.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, and what to write instead.
  let wording: Wording

  init(zh: String, en: String) { wording = Wording(zh: zh, en: en) }

  /// The words in the language of this call: what the argument parser shows where it meets the error.
  var description: String { wording[Console.ofThisCall.language] }

  /// A name that is none of those that are known.
  static func unknown(_ what: Wording, _ name: String, known: [String]) -> UsageError {
    let list = known.joined(separator: " ")
    return UsageError(
      zh: "没有\(what.zh)“\(name)”。可用的有：\(list)", en: "There is no \(what.en) “\(name)”. There are: \(list)")
  }

  /// A field that candidates cannot be asked for.
  static func unknownField(_ name: String, known: [String]) -> UsageError {
    unknown(Wording(zh: "字段", en: "field"), name, known: known)
  }

  /// An import or export kind that is not there.
  static func unknownKind(_ name: String, known: [String]) -> UsageError {
    unknown(Wording(zh: "种类", en: "kind"), name, known: known)
  }

  /// An option that this call needs.
  static func missing(_ option: String) -> UsageError {
    UsageError(zh: "缺少选项 \(option)。", en: "The option \(option) is missing.")
  }

  /// Options that have no meaning in this call.
  static func needless(_ options: [String], with call: String) -> UsageError {
    let list = options.joined(separator: "、")
    return UsageError(
      zh: "\(call) 不用 \(list)，请去掉。", en: "\(call) takes no \(options.joined(separator: ", ")); leave it out.")
  }
}

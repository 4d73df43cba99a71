public import Tabular

/// 统计写法错误 — a general statistic is asked for the wrong way: the call is wrong, not the data (PIV-02).
public struct WrongForm: Error, Sendable, Equatable {
  /// What is wrong, and how it is written.
  public let wording: Wording

  /// An error with its wording in both languages.
  public init(zh: String, en: String) { wording = Wording(zh: zh, en: en) }

  /// A name that is none of those that are known.
  public static func unknown(_ what: Wording, _ name: String, known: [String]) -> WrongForm {
    let near = NearMatch.of(name, in: known)
    let list = known.joined(separator: " ")
    return WrongForm(
      zh: "没有\(what.zh)“\(name)”。\(near.map { "是不是“\($0)”？" } ?? "")可用的有：\(list)",
      en: "There is no \(what.en) “\(name)”. \(near.map { "Is it “\($0)”? " } ?? "")There are: \(list)")
  }
}

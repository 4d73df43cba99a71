internal import Tabular

/// 用法说明 — what the argument parser says of a wrong call, which it knows in English only, in the language of the call.
struct UsageMessage {
  private let english: String

  /// - Parameter english: the parser's whole message: the error, help for the option, how the command is called.
  init(_ english: String) { self.english = english }

  /// The message in a language; what is not known here stays as it is.
  func text(in language: Language) -> String {
    guard language == .zh else { return english }
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { Self.chinese(String($0)) }.joined(separator: "\n")
  }

  private static func chinese(_ line: String) -> String {
    for (pattern, chinese) in sentences {
      if let parts = parts(of: line, pattern) {
        return Wording(zh: chinese, en: "").filled(with: parts, in: .zh)
      }
    }
    return line
  }

  /// The parser's sentences, `*` where something stands that differs from call to call. The first that fits is taken.
  private static let sentences = [
    ("Error: Unknown option '*'. Did you mean '*'?", "命令写法不对：没有选项 {0}。是不是 {1}？"),
    ("Error: Unknown option '*'", "命令写法不对：没有选项 {0}。"),
    ("Error: Missing expected argument '*'", "命令写法不对：缺少 {0}。"),
    ("Error: Missing one of: '*'", "命令写法不对：缺少其中一个：{0}。"),
    ("Error: Missing value for '*'", "命令写法不对：{0} 后面没有写值。"),
    ("Error: Missing required subcommand.", "命令写法不对：请写出子命令。"),
    ("Error: Unexpected argument '*'", "命令写法不对：不认识“{0}”，没有这个命令，或多写了参数。"),
    ("Error: * unexpected arguments: '*'", "命令写法不对：多写了 {0} 个参数：'{1}'。"),
    (
      "Error: The value '*' is invalid for '*'. Please provide one of * or *.",
      "命令写法不对：“{0}”不能用作 {1}。可用的有：{2} 或 {3}。"
    ),
    (
      "Error: The value '*' is invalid for '*'. Please provide one of * and *.",
      "命令写法不对：“{0}”不能用作 {1}。可用的有：{2} 和 {3}。"
    ),
    ("Error: The value '*' is invalid for '*'. Please provide one of *", "命令写法不对：“{0}”不能用作 {1}。可用的有：{2}"),
    ("Error: The value '*' is invalid for '*'", "命令写法不对：“{0}”不能用作 {1}。"),
    ("Error: The option '*' does not take any value, but '*' was specified.", "命令写法不对：选项 {0} 后面不能写值（“{1}”）。"),
    ("Error: *", "命令写法不对：{0}"),
    ("Help:  *", "说明：{0}"),
    ("Usage: *", "用法：{0}"),
    ("  See '*' for more information.", "  详见 {0}"),
  ]

  /// What stands for each `*` of the pattern; nil where the line is not of its form.
  private static func parts(of line: String, _ pattern: String) -> [String]? {
    let fixed = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = fixed.first, line.hasPrefix(first) else { return nil }
    var rest = line.dropFirst(first.count)
    var parts: [String] = []
    for (index, piece) in fixed.enumerated().dropFirst() {
      let isLast = index == fixed.count - 1
      if isLast {
        guard rest.hasSuffix(piece) else { return nil }
        parts.append(String(rest.dropLast(piece.count)))
        return parts
      }
      guard let found = rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? parts : nil
  }
}

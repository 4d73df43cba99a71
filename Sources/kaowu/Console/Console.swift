internal import Foundation
@preconcurrency internal import Glibc
internal import Operations
internal import Pipeline
internal import Storage
internal import Tabular

/// 控制台 — the one place that turns results and errors into text. What a program reads goes to standard output; what
/// accompanies it goes to standard error.
struct Console: Sendable {
  let language: Language
  let isJSON: Bool
  let isQuiet: Bool

  init(language: Language, isJSON: Bool, isQuiet: Bool) {
    self.language = language
    self.isJSON = isJSON
    self.isQuiet = isQuiet
  }

  /// A console for errors that come up before the arguments are parsed.
  init(arguments: [String]) {
    var option: String?
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { option = arguments[index + 1] }
      if argument.hasPrefix("--lang=") { option = String(argument.dropFirst("--lang=".count)) }
    }
    self.init(
      language: Self.language(option: option), isJSON: arguments.contains("--json"),
      isQuiet: arguments.contains("--quiet"))
  }

  /// The console of the call that this process was started with.
  static var ofThisCall: Console { Console(arguments: Array(CommandLine.arguments.dropFirst())) }

  /// `--lang`, else English where `$LANG` asks for it, else Chinese.
  static func language(option: String?) -> Language {
    if let language = option.flatMap(Language.init) { return language }
    let environment = ProcessInfo.processInfo.environment["LANG"] ?? ""
    return environment.hasPrefix("en") ? .en : .zh
  }

  /// Shows how far work is: a bar on a terminal, plain lines otherwise, nothing with `--quiet`.
  var progress: any ProgressDisplay {
    isQuiet ? NoProgress() : TerminalProgress(language: language, isTerminal: isatty(STDERR_FILENO) == 1)
  }

  /// Prints a line for a person: to standard output, or beside the JSON to standard error.
  func say(_ wording: Wording) { line(wording[language], to: isJSON ? STDERR_FILENO : STDOUT_FILENO) }

  /// Prints a line for a person.
  func say(zh: String, en: String) { say(Wording(zh: zh, en: en)) }

  /// Prints a line that accompanies a command's own output.
  func note(_ wording: Wording) { line(wording[language], to: STDERR_FILENO) }

  /// Prints a text as it is to standard output.
  func print(_ text: String) { line(text, to: STDOUT_FILENO) }

  /// Prints the one JSON object of a `--json` call.
  func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    line(String(decoding: try encoder.encode(value), as: UTF8.self), to: STDOUT_FILENO)
  }

  /// Prints an error in one line and says which exit status it means.
  func report(_ error: any Error, usage: (any Error) -> String, isHelp: (any Error) -> Bool) -> ExitStatus {
    switch error {
    case let error as FileError:
      line(error.message(in: language), to: STDERR_FILENO)
      return error.code == .disk ? .storeFailed : .badFile
    case let error as StoreError:
      line(error.wording[language], to: STDERR_FILENO)
      return .storeFailed
    case let error as Refusal:
      line("\(error.wording[language]) [\(error.rule)]", to: STDERR_FILENO)
      return .notAllowed
    case let error as UsageError:
      line(error.wording[language], to: STDERR_FILENO)
      return .usage
    case is CancellationError:
      line(Wording(zh: "已取消，数据没有改变。", en: "Cancelled; nothing changed.")[language], to: STDERR_FILENO)
      return .cancelled
    default:
      if isHelp(error) {
        line(usage(error), to: STDOUT_FILENO)
        return .done
      }
      line(UsageMessage(usage(error)).text(in: language), to: STDERR_FILENO)
      return .usage
    }
  }

  /// Written at once and unbuffered, so that nothing is lost when the process ends.
  private func line(_ text: String, to descriptor: Int32) {
    var bytes = Array((text + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

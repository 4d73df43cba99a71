internal import ArgumentParser
internal import Operations
internal import Storage
internal import Tabular

/// 考生选择 — which candidates are meant: what every command about candidates takes.
struct CandidateSelection: ParsableArguments {
  @Option(help: "考次 / the sitting") var sitting: String
  @Option(help: "考点或上级机构代码 / the code of a site, or of an organisation above") var site: String
  @Option(
    name: .customLong("where"),
    help: """
      条件 字段=值（值可为 a,b，* 代表任意文字），可写多个 / conditions: \
      \(CandidateColumn.allCases.map { "\($0.rawValue)（\($0.title.zh)）" }.joined(separator: " "))
      """)
  var conditions: [String] = []
  @Option(name: .customLong("id"), help: "文件，每行一个证件号码 / a file of ID numbers", completion: .file())
  var numbers: String?

  func validate() throws {
    for condition in conditions where !condition.contains("=") {
      throw UsageError(
        zh: "--where 的“\(condition)”没有等号。请写成 字段=值，如 locked=yes。",
        en: "--where “\(condition)” has no equals sign. Write FIELD=VALUE, such as locked=yes.")
    }
  }

  var request: CandidateRequest {
    var request = CandidateRequest(sitting: sitting, site: site)
    request.conditions = conditions.map { condition in
      let (field, value) = Self.parted(condition)
      return (field, value.split(separator: ",").map(String.init))
    }
    request.numbersPath = numbers
    return request
  }

  /// The two sides of `FIELD=VALUE`.
  static func parted(_ text: String) -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }
}

extension UsageError {
  /// Runs `body`, with the errors that mean a wrong call in the words of one.
  static func naming<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as UnknownField {
      throw UsageError.unknownField(error.name, known: error.known)
    } catch let error as UnknownRejectionKind {
      throw UsageError.unknown(
        Wording(zh: "不通过类型", en: "kind of rejection"), error.name, known: error.known)
    }
  }

  /// The reason that a call must give.
  static func requireReason(_ reason: String) throws(UsageError) {
    guard reason.allSatisfy(\.isWhitespace) else { return }
    throw UsageError(zh: "请用 --reason 写明原因。", en: "Say why with --reason.")
  }
}

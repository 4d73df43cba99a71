/// `--where FIELD=VALUE`, the value being `a,b` for either.
enum WhereOption {
  /// Refuses a condition without an equals sign.
  static func requireFieldAndValue(_ conditions: [String]) throws(UsageError) {
    for condition in conditions where !condition.contains("=") {
      throw UsageError(
        zh: "--where 的“\(condition)”没有等号。请写成 字段=值，如 locked=yes。",
        en: "--where “\(condition)” has no equals sign. Write FIELD=VALUE, such as locked=yes.")
    }
  }

  /// The conditions as fields and values.
  static func parsed(_ conditions: [String]) -> [(field: String, values: [String])] {
    conditions.map { condition in
      let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.dropFirst().flatMap { $0.split(separator: ",").map(String.init) })
    }
  }
}

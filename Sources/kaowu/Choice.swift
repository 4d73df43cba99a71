internal import ArgumentParser

/// 选项值 — one of the names of an enumeration, as an option takes it.
struct Choice<Value>: ExpressibleByArgument
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  let value: Value

  init?(argument: String) {
    guard let value = Value(rawValue: argument) else { return nil }
    self.value = value
  }

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }
}

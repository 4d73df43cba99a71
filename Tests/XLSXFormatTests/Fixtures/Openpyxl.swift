import TestKit

/// The Python library openpyxl, as a second opinion where the machine has it.
enum Openpyxl {
  static let isAvailable = run("import openpyxl") != nil

  /// What a script prints; nil where it fails.
  static func run(_ script: String, _ arguments: String...) -> String? {
    let result = try? OtherProgram.run(["python3", "-c", script] + arguments)
    return result?.status == 0 ? result?.text : nil
  }
}

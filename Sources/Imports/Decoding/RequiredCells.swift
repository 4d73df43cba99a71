internal import Tabular

/// 必填检查 — REQ for every required column that is blank in a row; a cell that could not be read is not blank.
struct RequiredCells: Sendable {
  private let indices: [Int]
  private let binding: FieldBinding

  /// - Parameter except: fields that the kind judges itself.
  init(_ binding: FieldBinding, except: Set<String> = []) {
    self.binding = binding
    indices = binding.layout.columns.indices.filter {
      binding.layout.columns[$0].isRequired && !except.contains(binding.layout.columns[$0].field)
    }
  }

  func check(_ row: inout DecodedRow) {
    for index in indices where row.values[index] == nil && !row.isUnreadable[index] {
      row.note(FormRules.required, at: index, in: binding, arguments: [binding.layout.columns[index].heading])
    }
  }
}

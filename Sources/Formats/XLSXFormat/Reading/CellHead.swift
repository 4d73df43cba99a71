/// What a cell's tag says of the cell.
struct CellHead {
  /// How the value of a cell is to be taken, by its attribute `t`.
  enum Form: UInt8 {
    case number
    case sharedString
    case text
    case boolean
    case error
    case date
  }

  /// The column, from 0.
  var column: Int
  /// The number of the cell's style.
  var style = 0
  var form = Form.number
  var isFormula = false
}

extension CellHead.Form {
  /// The form that an attribute's value names; nil for a name that means nothing.
  init?(_ name: ArraySlice<UInt8>) {
    switch String(decoding: name, as: UTF8.self) {
    case "n": self = .number
    case "s": self = .sharedString
    case "str", "inlineStr": self = .text
    case "b": self = .boolean
    case "e": self = .error
    case "d": self = .date
    default: return nil
    }
  }
}

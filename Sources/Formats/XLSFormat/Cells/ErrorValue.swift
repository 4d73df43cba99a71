/// 错误值 — what a cell shows whose formula has no result.
enum ErrorValue {
  static func text(_ code: Int) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0f: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1d: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2a: "#N/A"
    default: "#ERROR!"
    }
  }
}

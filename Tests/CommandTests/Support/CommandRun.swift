import Foundation
import Testing

/// 命令结果 — what one call of the command said: its exit status, standard output and standard error.
struct CommandRun: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// Everything that a person at a terminal would have seen.
  var screen: String { output + errors }

  /// The lines of standard error.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

  /// The one JSON object on standard output.
  /// - Throws: where there is anything else on it.
  func object() throws -> [String: Any] {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 2 && lines[1].isEmpty, "more than one line: \(output)")
    return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// The one JSON object on standard output, decoded; every key of `Shape` must be there with its type.
  func decoded<Shape: Decodable>(_ shape: Shape.Type) throws -> Shape {
    _ = try object()
    return try JSONDecoder().decode(shape, from: Data(output.utf8))
  }

  /// The keys of the JSON object, or of an object in it.
  func keys(_ path: String...) throws -> Set<String> {
    var object = try object()
    for name in path {
      if let list = object[name] as? [[String: Any]] {
        object = try #require(list.first)
      } else {
        object = try #require(object[name] as? [String: Any])
      }
    }
    return Set(object.keys)
  }
}

/// 项目文件 — one text file of the project.
struct ProjectFile: Sendable, CustomStringConvertible {
  /// The path below the project's folder.
  let path: String
  let text: String
  /// Its lines, without their ends.
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  var description: String { path }

  /// The number of lines as `wc -l` counts them.
  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// The name without the extension.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.split(separator: ".").first ?? "")
  }

  /// The target that the file belongs to: the first folder that is not a mere group of targets.
  var target: String {
    let folders = path.split(separator: "/").dropFirst().drop { Self.groups.contains(String($0)) }
    return String(folders.first ?? "")
  }

  /// Folders of `Sources` that hold targets, and are none.
  static let groups: Set<String> = ["Formats", "System"]
}

extension ProjectFile {
  /// The lines of a kind, as `path:line: text` for the one who must mend them.
  func places(where isMeant: (Substring) -> Bool) -> [String] {
    lines.enumerated().filter { isMeant($0.element) }.map {
      "\(path):\($0.offset + 1): \(trimmed($0.element))"
    }
  }
}

/// A line without the blanks at its ends.
func trimmed(_ line: Substring) -> Substring {
  let start = line.drop { $0 == " " }
  guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
  return start[...last]
}

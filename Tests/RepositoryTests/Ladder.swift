/// 阶梯 — the rungs of the targets, read from the one place where they are written down: the picture in Package.swift.
struct Ladder {
  /// The rung of each target.
  private(set) var rungs: [String: Int] = [:]
  /// Targets that stand in the picture more than once.
  private(set) var repeated: [String] = []

  /// Reads the picture: a number opens a rung, lines without one go on with it; words that name no target explain.
  init(picture: some Sequence<Substring>, targets: Set<String>) {
    var rung = 0
    for line in picture where line.hasPrefix("// ") {
      var words = line.dropFirst(2).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
      if let number = words.first.flatMap(Int.init) {
        rung = number
        words.removeFirst()
      }
      for word in words where targets.contains(word) {
        if rungs.updateValue(rung, forKey: word) != nil { repeated.append(word) }
      }
    }
  }

  /// The imports of targets that do not stand on a lower rung than the file's own.
  func violations(in file: ProjectFile) -> [String] {
    guard let own = rungs[file.target] else { return ["\(file.path): \(file.target) stands on no rung"] }
    return file.imports.compactMap { line in
      guard line.module != file.target, let other = rungs[line.module], other >= own else { return nil }
      return "\(file.path): rung \(own) imports \(line.module) of rung \(other)"
    }
  }
}

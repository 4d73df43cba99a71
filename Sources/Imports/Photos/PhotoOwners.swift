internal import Storage
internal import Tabular

/// 照片归属推测 — whose photo a file may be that is not named by an ID number (PHO-01). It is only ever suggested, and
/// only where exactly one candidate of the site fits.
struct PhotoOwners {
  /// 线索 — by what a candidate was found.
  enum Clue: Sendable {
    case number, name, studentNumber, nearNumber

    var wording: Wording {
      switch self {
      case .number: Wording(zh: "文件名中的证件号码", en: "the ID number in its name")
      case .name: Wording(zh: "姓名", en: "the person's name")
      case .studentNumber: Wording(zh: "学号", en: "the student number")
      case .nearNumber: Wording(zh: "只差一个字符的证件号码", en: "an ID number that differs in one character")
      }
    }
  }

  /// 考生 — what is known of a registration of the site.
  struct Candidate {
    var number: String
    var name: String
    var studentNumber: String?
    var hasPhoto: Bool
  }

  private var byNumber: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]
  private var byStudentNumber: [String: [Int]] = [:]
  private let candidates: [Candidate]
  /// The characters that the site's ID numbers are made of.
  private let characters: [UInt8]

  init(_ candidates: [Candidate]) {
    self.candidates = candidates
    var seen: Set<UInt8> = []
    for (place, candidate) in candidates.enumerated() {
      byNumber[candidate.number] = place
      byName[candidate.name, default: []].append(place)
      if let number = candidate.studentNumber { byStudentNumber[number, default: []].append(place) }
      seen.formUnion(candidate.number.utf8)
    }
    characters = seen.sorted()
  }

  /// The one candidate whose photo a file's name may stand for, and by what; nil for none or several.
  func owner(of stem: String) -> (number: String, clue: Clue)? {
    let parts = Self.parts(of: stem)
    let named = Set(parts.names.flatMap { byName[$0] ?? [] })
    func only(_ places: [Int], _ clue: Clue) -> (number: String, clue: Clue)? {
      // A name beside the number must be that person's.
      let fitting = Set(places.filter { named.isEmpty || named.contains($0) })
      guard fitting.count == 1, let place = fitting.first else { return nil }
      return (candidates[place].number, clue)
    }
    let numbers = parts.numbers.compactMap { byNumber[$0] }
    if !numbers.isEmpty { return only(numbers, .number) }
    let students = parts.numbers.flatMap { byStudentNumber[$0] ?? [] }
    if !students.isEmpty { return only(students, .studentNumber) }
    let near = parts.numbers.flatMap { nearNumbers($0) }
    if !near.isEmpty { return only(near, .nearNumber) }
    return only(Array(named), .name)
  }

  /// A name's runs of letters and digits, as numbers are written, and its runs of other letters, as people are called.
  private static func parts(of stem: String) -> (numbers: [String], names: [String]) {
    var numbers: [String] = []
    var names: [String] = []
    for part in stem.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "·" }) {
      var rest = part
      while let first = rest.first {
        let isNumber = isOfNumbers(first)
        let run = rest.prefix { isOfNumbers($0) == isNumber }
        if isNumber { numbers.append(run.uppercased()) } else { names.append(String(run)) }
        rest = rest.dropFirst(run.count)
      }
      // Latin names have no other letters; they are taken as they stand.
      names.append(String(part))
    }
    names.append(stem)
    return (numbers, names)
  }

  private static func isOfNumbers(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  /// The candidates without a photo whose number becomes `number` by one wrong, missing, added or transposed character.
  private func nearNumbers(_ number: String) -> [Int] {
    let bytes = Array(number.utf8)
    guard (6...20).contains(bytes.count) else { return [] }
    var found: Set<Int> = []
    func look(_ range: Range<Int>, _ replacement: [UInt8]) {
      var changed = bytes
      changed.replaceSubrange(range, with: replacement)
      guard let place = byNumber[String(decoding: changed, as: UTF8.self)], !candidates[place].hasPhoto else {
        return
      }
      found.insert(place)
    }
    for place in 0...bytes.count {
      for character in characters { look(place..<place, [character]) }
      guard place < bytes.count else { break }
      look(place..<place + 1, [])
      for character in characters { look(place..<place + 1, [character]) }
      if place + 1 < bytes.count { look(place..<place + 2, [bytes[place + 1], bytes[place]]) }
    }
    return found.sorted()
  }
}

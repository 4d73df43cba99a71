/// 覆盖导入 — 27 candidates of the site with a new telephone number, some in another class as well.
struct ChangedRows {
  /// Every eleventh candidate.
  private static let places = (0..<27).map { 5 + 11 * $0 }

  let sheet: RegistrationSheet
  /// The ID numbers of three of them, one a line, to lock before the import.
  let lockedList: String

  init(_ candidates: [Candidate]) {
    let changed = Self.places.enumerated().map { number, place in
      var candidate = candidates[place]
      candidate.phone = "1990059" + padded(place + 1, 4)
      if number % 3 == 0, let current = Site.classes.firstIndex(of: candidate.className) {
        candidate.className = Site.classes[(current + 1) % Site.classes.count]
      }
      return candidate
    }
    sheet = RegistrationSheet(changed)
    lockedList = [0, 10, 20].map { changed[$0].document.number + "\n" }.joined()
  }
}

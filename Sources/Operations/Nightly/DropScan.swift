internal import Files
internal import Tabular

/// 投递扫描 — looks into the drop folder again and again, and tells the files that are whole: those with a marker, and
/// those that have lain unchanged for long enough. How long a file has lain is told by the time at which the system saw
/// it change, which no sender can set; where clocks differ, by what was seen here.
struct DropScan {
  private let inbox: Inbox
  private let settle: Double
  private var seen: [FolderEntryName: (stamp: FileStamp, since: ContinuousClock.Instant)] = [:]

  init(_ inbox: Inbox, settle: Double) {
    self.inbox = inbox
    self.settle = settle
  }

  /// 扫描所见 — what lies in the drop folder, in the order of names.
  struct View {
    /// Whole files.
    var whole: [(name: FolderEntryName, stamp: FileStamp)] = []
    /// Files that may be whole in so many seconds.
    var settling: [(name: FolderEntryName, seconds: Double)] = []
    /// Files whose names say that they are not.
    var unfinished: [FolderEntryName] = []
    /// Folders, links, pipes and devices.
    var ignored: [(name: FolderEntryName, kind: FileStamp.Kind)] = []
  }

  /// Looks.
  /// - Throws: `.unreadable` where the folder cannot be read.
  mutating func look() throws(FileError) -> View {
    var view = View()
    var present: Set<FolderEntryName> = []
    let now = ContinuousClock.now
    for name in try inbox.folder.names() where !DropName.isOurs(name) {
      guard let stamp = inbox.folder.stamp(of: name) else { continue }
      if stamp.kind != .regular {
        view.ignored.append((name, stamp.kind))
      } else if DropName.isMarker(name) {
        continue
      } else if DropName.isUnfinished(name) {
        view.unfinished.append(name)
      } else {
        present.insert(name)
        let left = hasMarker(name, stamp) ? 0 : remaining(name, stamp, now)
        if left <= 0 { view.whole.append((name, stamp)) } else { view.settling.append((name, left)) }
      }
    }
    seen = seen.filter { present.contains($0.key) }
    return view
  }

  /// A marker older than the file's content was for another content.
  private func hasMarker(_ name: FolderEntryName, _ stamp: FileStamp) -> Bool {
    DropName.markers(of: name).contains { marker in
      inbox.folder.stamp(of: marker).map { $0.kind == .regular && $0.changed >= stamp.modified } ?? false
    }
  }

  private mutating func remaining(
    _ name: FolderEntryName, _ stamp: FileStamp, _ now: ContinuousClock.Instant
  ) -> Double {
    if seen[name]?.stamp != stamp { seen[name] = (stamp, now) }
    let lain = Double(FileStamp.now - stamp.changed) / 1e9
    let watched = seen[name].map { ($0.since.duration(to: now)) / .seconds(1) } ?? 0
    return settle - max(lain, watched)
  }
}

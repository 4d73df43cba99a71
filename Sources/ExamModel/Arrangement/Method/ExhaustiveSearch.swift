/// 穷举 — branch and bound over what the flows leave open on small sites.
///
/// At each node some members have their patterns for good and the others are relaxed. Where the relaxation cannot
/// seat all the others, or loses as many wishes as the best arrangement known, nothing below the node can help.
/// Where its patterns do not overlap, it is the best arrangement below the node. Else one member of a group whose
/// patterns overlap is given each of its patterns in turn.
struct ExhaustiveSearch {
  let site: ArrangementSite
  let groups: [CandidateGroup]

  /// The best arrangement found, if any, and the wishes that it loses.
  private(set) var best: [Share]?
  private(set) var bestLost: Int
  /// Whether everything was gone through: then `best` is the best there is, or there is none.
  private(set) var isComplete = true

  private var work: Int
  private var patterns: [Int: [Pattern]] = [:]

  /// A search for arrangements that lose fewer than `bound` wishes, over networks of `work` arcs in all.
  init(_ site: ArrangementSite, _ groups: [CandidateGroup], losingFewerThan bound: Int, work: Int) {
    self.site = site
    self.groups = groups
    self.work = work
    bestLost = bound
  }

  mutating func run() {
    descend(
      Node(
        free: site.cells.map(\.free), left: groups.map(\.members.count),
        least: Array(repeating: 0, count: groups.count), fixed: [], lost: 0))
  }

  /// Some members fixed, `left` of each group not; of these none takes a pattern before the `least`, since members
  /// are alike and their order does not matter.
  private struct Node {
    var free: [Int]
    var left: [Int]
    var least: [Int]
    var fixed: [Share]
    var lost: Int
  }

  private mutating func descend(_ node: Node) {
    guard work > 0, node.fixed.count < Self.mostFixed else {
      isComplete = false
      return
    }
    let open = groups.indices.filter { node.left[$0] > 0 }
    let rest = open.map { groups[$0].limited(to: node.left[$0]) }
    let relaxed = Relaxation(coupling: rest, on: site, free: node.free)
    work -= relaxed.network.arcCount
    let wanted = rest.reduce(0) { $0 + $1.members.count * $1.positions.count }
    guard relaxed.seated == wanted, node.lost + relaxed.lost < bestLost else { return }

    guard let overlapping = relaxed.shares.first(where: { !$0.pattern.leavesTime(on: site) }) else {
      bestLost = node.lost + relaxed.lost
      best =
        node.fixed
        + relaxed.shares.map { share in
          Share(group: open[share.group], count: share.count, pattern: share.pattern)
        }
      return
    }
    let group = open[overlapping.group]
    let choices = patterns[group] ?? Pattern.all(of: groups[group], on: site, most: Self.mostPatterns + 1)
    patterns[group] = choices
    guard choices.count <= Self.mostPatterns else {
      isComplete = false
      return
    }
    for index in choices.indices.dropFirst(node.least[group]) {
      guard let child = self.child(of: node, giving: choices[index], numbered: index, to: group) else {
        continue
      }
      descend(child)
    }
  }

  private func child(of node: Node, giving pattern: Pattern, numbered index: Int, to group: Int) -> Node? {
    var child = node
    for case let cell? in pattern.cells {
      guard child.free[cell] > 0 else { return nil }
      child.free[cell] -= 1
    }
    child.left[group] -= 1
    child.least[group] = index
    child.lost += pattern.lost(groups[group], on: site)
    child.fixed.append(Share(group: group, count: 1, pattern: pattern))
    return child
  }

  private static let mostPatterns = 10_000
  /// Members fixed at once: the search descends no deeper, and so never exhausts the stack.
  private static let mostFixed = 500
}

/// 最小费用最大流 — a network whose arcs carry whole numbers and cost 0 or more for each unit.
///
/// `solve` sends as much as can be sent and, among all ways of sending that much, the cheapest: the primal-dual
/// method. Shortest distances from the source become potentials; along arcs whose reduced cost is 0 a maximum
/// flow is found (Dinic's blocking flows); when none is left, distances grow and it goes on.
struct FlowNetwork {
  /// Arc `2i` is the i-th arc added, `2i + 1` the way back. Both hold what can still be sent.
  private var heads: [Int32] = []
  private var residuals: [Int32] = []
  private var costs: [Int32] = []
  private(set) var nodeCount = 0

  /// The arcs that leave node n are `leaving[starts[n] ..< starts[n + 1]]`, in the order they were added.
  private var starts: [Int32] = []
  private var leaving: [Int32] = []
  private var potentials: [Int] = []

  var arcCount: Int { heads.count / 2 }

  mutating func addNode() -> Int {
    nodeCount += 1
    return nodeCount - 1
  }

  mutating func addNodes(_ count: Int) -> Int {
    nodeCount += count
    return nodeCount - count
  }

  /// Adds an arc and answers its number.
  @discardableResult
  mutating func addArc(from tail: Int, to head: Int, capacity: Int, cost: Int = 0) -> Int {
    heads.append(Int32(head))
    heads.append(Int32(tail))
    residuals.append(Int32(clamping: capacity))
    residuals.append(0)
    costs.append(Int32(cost))
    costs.append(Int32(-cost))
    return arcCount - 1
  }

  /// How much the arc carries.
  func flow(on arc: Int) -> Int { Int(residuals[2 * arc + 1]) }

  /// Sends the most at the least cost and answers both.
  mutating func solve(from source: Int, to sink: Int) -> (flow: Int, cost: Int) {
    indexArcs()
    potentials = Array(repeating: 0, count: nodeCount)
    var total = (flow: 0, cost: 0)
    while updatePotentials(from: source, to: sink) {
      var levels = admissibleLevels(from: source)
      while levels[sink] >= 0 {
        let sent = sendAlongLevels(&levels, from: source, to: sink)
        total.flow += sent
        total.cost += sent * (potentials[sink] - potentials[source])
        levels = admissibleLevels(from: source)
      }
    }
    return total
  }

  /// The nodes to which more could be sent from `origins` once the flow is solved.
  func reachable(from origins: [Int]) -> [Bool] {
    var seen = Array(repeating: false, count: nodeCount)
    var queue = origins
    for origin in origins { seen[origin] = true }
    while let node = queue.popLast() {
      for place in range(of: node) {
        let arc = Int(leaving[place])
        let head = Int(heads[arc])
        guard residuals[arc] > 0, !seen[head] else { continue }
        seen[head] = true
        queue.append(head)
      }
    }
    return seen
  }

  private mutating func indexArcs() {
    starts = Array(repeating: 0, count: nodeCount + 1)
    for arc in heads.indices { starts[Int(heads[arc ^ 1]) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    leaving = Array(repeating: 0, count: heads.count)
    for arc in heads.indices {
      let tail = Int(heads[arc ^ 1])
      leaving[Int(next[tail])] = Int32(arc)
      next[tail] += 1
    }
  }

  /// The places in `leaving` of the arcs that leave a node.
  private func range(of node: Int) -> Range<Int> {
    Int(starts[node])..<Int(starts[node + 1])
  }

  private func reducedCost(_ arc: Int) -> Int {
    Int(costs[arc]) + potentials[Int(heads[arc ^ 1])] - potentials[Int(heads[arc])]
  }

  /// Shortest distances by Dial's buckets: costs are small whole numbers. False: the sink cannot be reached.
  private mutating func updatePotentials(from source: Int, to sink: Int) -> Bool {
    var distances = Array(repeating: Int.max, count: nodeCount)
    var buckets: [[Int32]] = [[Int32(source)]]
    distances[source] = 0
    var distance = 0
    while distance < buckets.count && distance <= distances[sink] {
      while let node = buckets[distance].popLast() {
        guard distances[Int(node)] == distance else { continue }
        for place in range(of: Int(node)) {
          let arc = Int(leaving[place])
          guard residuals[arc] > 0 else { continue }
          let head = Int(heads[arc])
          let reached = distance + reducedCost(arc)
          if reached < distances[head] {
            distances[head] = reached
            while buckets.count <= reached { buckets.append([]) }
            buckets[reached].append(heads[arc])
          }
        }
      }
      distance += 1
    }
    guard distances[sink] < Int.max else { return false }
    for node in 0..<nodeCount { potentials[node] += min(distances[node], distances[sink]) }
    return true
  }

  /// Numbers of arcs from the source along arcs of reduced cost 0; -1: not reached.
  private func admissibleLevels(from source: Int) -> [Int32] {
    var levels = Array(repeating: Int32(-1), count: nodeCount)
    var queue = [Int32(source)]
    levels[source] = 0
    var first = 0
    while first < queue.count {
      let node = Int(queue[first])
      first += 1
      for place in range(of: node) {
        let arc = Int(leaving[place])
        let head = heads[arc]
        guard residuals[arc] > 0, levels[Int(head)] < 0, reducedCost(arc) == 0 else { continue }
        levels[Int(head)] = levels[node] + 1
        queue.append(head)
      }
    }
    return levels
  }

  /// A blocking flow: walks down the levels, and where a node leads nowhere forgets it.
  private mutating func sendAlongLevels(_ levels: inout [Int32], from source: Int, to sink: Int) -> Int {
    var next = starts
    var path: [Int] = []
    var node = source
    var sent = 0
    while true {
      if node == sink {
        var amount = Int32.max
        for arc in path { amount = min(amount, residuals[arc]) }
        for arc in path {
          residuals[arc] -= amount
          residuals[arc ^ 1] += amount
        }
        sent += Int(amount)
        let full = path.firstIndex { residuals[$0] == 0 } ?? 0
        node = Int(heads[path[full] ^ 1])
        path.removeSubrange(full...)
      } else if let arc = nextArc(from: node, &next, levels) {
        path.append(arc)
        node = Int(heads[arc])
      } else if let back = path.popLast() {
        levels[node] = -1
        node = Int(heads[back ^ 1])
      } else {
        return sent
      }
    }
  }

  private func nextArc(from node: Int, _ next: inout [Int32], _ levels: [Int32]) -> Int? {
    while next[node] < starts[node + 1] {
      let arc = Int(leaving[Int(next[node])])
      if residuals[arc] > 0, levels[Int(heads[arc])] == levels[node] + 1, reducedCost(arc) == 0 {
        return arc
      }
      next[node] += 1
    }
    return nil
  }
}

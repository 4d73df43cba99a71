/// 意向上限 — a bound for lost wishes that sees what the relaxed flow forgives.
///
/// A candidate who asks for one day with more subjects than fit into it loses a wish even alone at the site. Where
/// the relaxed flow does not see that, the groups concerned are counted alone, and the flow counts the others: the
/// losses of both parts add up, since no wish is in both.
enum WishBound {
  /// Wishes that every arrangement loses at least.
  static func losses(_ groups: [CandidateGroup], on site: ArrangementSite) -> Int {
    let boundless = site.cells.map { _ in Int(Int32.max) }
    var alone = 0
    let others = groups.map { group in
      let least = Pattern.best(group, on: site).lost
      guard least > 0 else { return group }
      let forgiving = Relaxation(coupling: [group.limited(to: 1)], on: site, free: boundless)
      guard least > forgiving.lost else { return group }
      alone += least * group.members.count
      return group.withoutWishes()
    }
    guard alone > 0 else { return 0 }
    return alone + Relaxation(coupling: others, on: site, free: site.cells.map(\.free)).lost
  }
}

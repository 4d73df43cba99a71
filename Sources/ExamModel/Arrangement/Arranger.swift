/// 考场编排 — gives every entry of a problem a seat, or says in numbers why there is no way to (ARR-03 … ARR-06).
///
/// The method is a minimum-cost flow over what is alike, explained in docs/ARRANGEMENT.md. The same problem gives
/// the same seats on every run and every machine: nothing depends on the clock or on the order of a hash table.
public struct Arranger: Sendable {
  /// How long to look where a flow alone does not settle a site.
  public var limits: Limits

  /// An arranger; the limits rarely need another value.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// 编排限额 — measured in work and rounds, never in seconds, so that they do not make results differ.
  public struct Limits: Sendable, Equatable {
    /// Arcs of all networks solved in the rounds.
    public var work = 60_000_000
    /// Rounds without progress after which the rounds end.
    public var idleRounds = 400
    /// Arcs of networks solved without progress after which the rounds end, while entries are without a seat.
    public var idleWorkForSeats = 12_000_000
    /// The same, once everyone is seated and only wishes are lost.
    public var idleWorkForWishes = 1_000_000
    /// Parts into which the shares are split for a round, where there are fewer shares.
    public var partsOfRound = 4_000
    /// Cells that a share looks at in a round, besides its own.
    public var cellsOfRestriction = 64
    /// Arcs up to which candidates with several subjects are coupled in the first network.
    public var coupledArcs = 8_000_000
    /// Arcs of all networks solved in the exhaustive search.
    public var searchWork = 2_000_000

    /// The limits that serve sites of up to some 100 000 entries.
    public init() {}
  }

  /// Seats all entries of `problem`: as many wishes kept as possible, batches filled in the order of time and room.
  ///
  /// Throws the reasons where there is no arrangement, or none was found within the limits; the failure says which.
  public func arrange(_ problem: ArrangementProblem) throws(ArrangementFailure) -> ArrangementResult {
    let run = ArrangementRun(problem, limits: limits)
    try run.checkSubjectsAndCandidates()
    let start = try run.relaxed()
    let outcome = try run.searched(from: run.improved(from: start), start)
    return try run.result(of: outcome)
  }
}

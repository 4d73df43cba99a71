/// 数值条件 — which numbers of an area are shown in another style.
public enum NumberRule: Sendable, Equatable {
  case below(Double)
  case atLeast(Double)
  case between(ClosedRange<Double>)
}

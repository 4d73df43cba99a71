extension PlanSubject {
  /// 考试日 — whether it is examined on a day, by the day's number. A time that ends at midnight does not reach the day
  /// after; one without an end lasts for the day on which it starts.
  public func isExamined(onDay day: Int) -> Bool {
    times.contains { time in
      let first = time.start.date.dayNumber
      let last = time.end?.adding(seconds: -1).date.dayNumber ?? first
      return first <= day && day <= last
    }
  }
}

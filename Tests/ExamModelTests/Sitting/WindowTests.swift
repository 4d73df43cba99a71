import ExamModel
import Testing

@Suite("Windows")
struct WindowTests {
  /// 2020-07-23 08:00 up to 2020-08-31 21:00.
  private let start = Instant(secondsSince1970: 1_595_462_400)
  private let end = Instant(secondsSince1970: 1_598_878_800)

  @Test("WIN-06 the second before the start, the start, and the second after it")
  func startBoundary() {
    let window = Window(start: start, end: end)
    #expect(window.state(at: start.adding(seconds: -1)) == .notYetOpen(opens: start))
    #expect(window.state(at: start) == .open)
    #expect(window.state(at: start.adding(seconds: 1)) == .open)
  }

  @Test("WIN-06 the second before the end, the end, and the second after it")
  func endBoundary() {
    let window = Window(start: start, end: end)
    #expect(window.state(at: end.adding(seconds: -1)) == .open)
    #expect(window.state(at: end) == .closed(since: end))
    #expect(window.state(at: end.adding(seconds: 1)) == .closed(since: end))
  }

  @Test("WIN-06 a window without an end stays open")
  func openEnd() {
    let window = Window(start: start)
    #expect(window.state(at: start.adding(seconds: -1)) == .notYetOpen(opens: start))
    #expect(window.state(at: start) == .open)
    #expect(window.state(at: Instant(secondsSince1970: .max)) == .open)
  }

  @Test("WIN-03 a window that is not set is not open")
  func notSet() {
    #expect(WindowState(of: nil, at: start) == .notSet)
    #expect(WindowState(of: Window(start: start), at: start) == .open)
    #expect(!WindowState.notSet.isOpen)
    #expect(WindowState.open.isOpen)
  }

  @Test("WIN-01 a window whose end does not lie after its start is never open")
  func reversed() {
    for window in [Window(start: start, end: start), Window(start: end, end: start)] {
      for second in [start.adding(seconds: -1), start, end, end.adding(seconds: 1)] {
        #expect(!window.state(at: second).isOpen)
      }
    }
  }

  @Test("WIN-02 a window lies inside another when neither end stands out by a second")
  func inside() {
    let outer = Window(start: start, end: end)
    #expect(outer.contains(outer))
    #expect(outer.contains(Window(start: start.adding(seconds: 1), end: end.adding(seconds: -1))))
    #expect(!outer.contains(Window(start: start.adding(seconds: -1), end: end)))
    #expect(!outer.contains(Window(start: start, end: end.adding(seconds: 1))))
    #expect(!outer.contains(Window(start: start)))
    #expect(Window(start: start).contains(outer))
    #expect(Window(start: start).contains(Window(start: end)))
  }

  @Test("WIN-01 there are twelve kinds, all titled, and tickets alone have no end")
  func kinds() {
    #expect(
      WindowKind.allCases.map(\.rawValue) == [
        "settings", "roster", "registration", "individualRegistration", "arrangement", "ticketPrinting",
        "violations", "preExamDownloads", "postExamDownloads", "scoreRegistration", "scorePublicity",
        "corrections",
      ])
    #expect(WindowKind.allCases.filter { !$0.hasEnd } == [.ticketPrinting])
    #expect(Set(WindowKind.allCases.map(\.title.zh)).count == 12)
    #expect(Set(WindowKind.allCases.map(\.title.en)).count == 12)
  }
}

internal import ExamModel
internal import Operations
internal import Tabular

/// 排队情况行 — where a job stands that waits for a worker, in words.
struct QueueLine {
  let place: QueuePlace

  /// For a list: the state only.
  var short: Wording {
    if place.stopping == true { return Wording(zh: "正在取消", en: "being cancelled") }
    if place.worker != nil { return Wording(zh: "工人正在运行", en: "a worker is at it") }
    return place.attempts == 0
      ? Wording(zh: "排队", en: "queued")
      : Wording(zh: "排队（第 \(place.attempts + 1) 次）", en: "queued (try \(place.attempts + 1))")
  }

  /// Everything that is known.
  func lines(of job: String) -> [Wording] {
    var lines = [
      Wording(
        zh: "\(short.zh)：任务 \(job)，自 \(Self.time(place.since)) 起在队列里，已运行 \(place.attempts) 次。",
        en:
          "\(short.en): job \(job), in the queue since \(Self.time(place.since)), begun \(place.attempts) times."
      )
    ]
    if let worker = place.worker { lines.append(Wording(zh: "工人：\(worker)", en: "Worker: \(worker)")) }
    if let error = place.lastError {
      let text =
        error == "lost"
        ? Wording(zh: "运行它的工人中断了。", en: "The worker that ran it was lost.") : Wording(zh: error, en: error)
      lines.append(Wording(zh: "上次中断：\(text.zh)", en: "Broke off last: \(text.en)"))
    }
    if let time = place.retryAt {
      lines.append(Wording(zh: "\(Self.time(time)) 之后重试。", en: "Tried again after \(Self.time(time))."))
    }
    return lines
  }

  private static func time(_ iso: String) -> String { Instant(iso)?.shortText ?? iso }
}

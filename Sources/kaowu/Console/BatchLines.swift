internal import Operations
internal import Tabular

/// 考场批次列表 — rooms and batches with their seats, one line each.
enum BatchLines {
  static func print(_ items: [BatchUse], to console: Console) throws {
    if console.isJSON { return try console.print(json: ItemList(items)) }
    for item in items { console.print(line(item, console.language)) }
    console.say(
      zh: "共 \(items.count) 个批次，\(sum(items, \.seats)) 个座位，已用 \(sum(items, \.used))。",
      en: "\(items.count) batches, \(sum(items, \.seats)) seats, \(sum(items, \.used)) used.")
  }

  private static func line(_ item: BatchUse, _ language: Language) -> String {
    let subjects = item.subjects.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    let words = Wording(
      zh: "座位 \(item.seats) 已用 \(item.used) 剩余 \(item.free)",
      en: "\(item.seats) seats, \(item.used) used, \(item.free) free")
    let place = "\(item.site) \(item.room)#\(item.batch)  \(item.date) \(item.start)–\(item.end)"
    return "\(place)  \(words[language])  \(subjects.joined(separator: " "))"
  }

  private static func sum(_ items: [BatchUse], _ number: (BatchUse) -> Int) -> Int {
    items.reduce(0) { $0 + number($1) }
  }
}

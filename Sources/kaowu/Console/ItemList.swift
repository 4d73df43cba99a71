/// 清单 — what list commands print with `--json`.
struct ItemList<Item: Encodable>: Encodable {
  var items: [Item]
  var total: Int

  init(_ items: [Item]) {
    self.items = items
    total = items.count
  }
}

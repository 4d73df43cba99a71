internal import ExamModel
internal import Programmes

extension ExportContext {
  /// The layout of a document.
  /// - Throws: `ExportRefusal` where there is none.
  func documentLayout(_ name: String) throws(ExportRefusal) -> DocumentLayout {
    guard let layout = programme.documentLayouts[name] else {
      throw ExportRefusal(
        zh: "没有“\(name)”的版面定义（Templates/Documents/\(name).yaml，或考试项目的 documents/\(name).yaml）。",
        en:
          "There is no layout for “\(name)” (Templates/Documents/\(name).yaml, or documents/\(name).yaml of the programme)."
      )
    }
    return layout
  }

  /// In which order a document is printed: as was asked for, else the layout's first.
  /// - Throws: `UnfitOption` where the layout does not have the order that was asked for.
  func order(of layout: DocumentLayout) throws(UnfitOption) -> DocumentLayout.Order {
    guard let order = options.order ?? layout.orders.first, layout.orders.contains(order) else {
      let orders = layout.orders.map(\.rawValue).joined(separator: " ")
      throw UnfitOption(
        zh: "“\(layout.title)”的 --order 只能是：\(orders)。",
        en: "--order of “\(layout.title)” is one of: \(orders).")
    }
    return order
  }
}

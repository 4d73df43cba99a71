internal import Programmes

extension ExportContext {
  /// As which kind of file a table is written: as was asked for, else the layout's first form.
  /// - Throws: `UnfitOption` where the layout does not have the form that was asked for, or another option does not go
  ///   with the form.
  func form(of layout: ExportLayout) throws(UnfitOption) -> ExportLayout.Form {
    let forms = layout.forms.map(\.rawValue).joined(separator: " ")
    guard let form = options.format ?? layout.forms.first, layout.forms.contains(form) else {
      throw UnfitOption(
        zh: "“\(layout.title)”的 --format 只能是：\(forms)。",
        en: "--format of “\(layout.title)” is one of: \(forms).")
    }
    if options.encoding != nil, form != .csv {
      throw UnfitOption(
        zh: "--encoding 只用于 CSV；\(form.rawValue) 的编码是固定的。",
        en: "--encoding is for CSV; the encoding of \(form.rawValue) is fixed.")
    }
    if options.characters != nil, form != .dbf {
      throw UnfitOption(
        zh: "--characters 只用于 DBF；\(form.rawValue) 可以保存所有汉字。",
        en: "--characters is for DBF; \(form.rawValue) holds every character.")
    }
    return form
  }
}

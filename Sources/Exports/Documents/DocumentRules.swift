internal import Tabular

/// 文档规则 — the words of what is found while documents are drawn, under the rule of the export that they belong to.
struct DocumentRules: Sendable {
  /// A character that no font has.
  let glyph: FindingTemplate
  /// A text that does not fit into its box.
  let fit: FindingTemplate
  /// A candidate without a photo, where the document shows one.
  let photo: FindingTemplate
  /// A photo that cannot be drawn.
  let unreadable: FindingTemplate
  /// A number that has no bar code.
  let barcode: FindingTemplate
  /// There is nothing to print.
  let empty: FindingTemplate

  init(_ rule: String) {
    glyph = FindingTemplate(
      "\(rule)/glyph", .warning,
      message: Wording(
        zh: "{0}：“{1}”里有字体没有的字符 {2}，纸面上印作〓。",
        en: "{0}: “{1}” has characters that no font has: {2}; printed as 〓."),
      advice: Wording(
        zh: "请手写补上；或安装有这个字的字体，并把字体名加到版面定义的 fonts 里。",
        en: "Write it in by hand, or install a font that has it and name the font in the layout's fonts."))
    fit = FindingTemplate(
      "\(rule)/fit", .warning,
      message: Wording(zh: "{0}：“{1}”放不下，末尾印作…。", en: "{0}: “{1}” does not fit; its end is printed as …."),
      advice: Wording(
        zh: "请在版面定义中加大这个框，或减小 least。", en: "Make its box larger in the layout, or its least size smaller."))
    photo = FindingTemplate(
      "\(rule)/photo", .warning,
      message: Wording(zh: "考生 {0} 没有照片，照片处留空。", en: "{0} has no photo; its place is left empty."),
      advice: Wording(zh: "请导入照片，再重新生成。", en: "Import the photo and make the package again."))
    unreadable = FindingTemplate(
      "\(rule)/unreadable", .warning,
      message: Wording(
        zh: "考生 {0} 的照片打不开，照片处留空。", en: "The photo of {0} cannot be opened; its place is left empty."),
      advice: Wording(zh: "请重新导入照片，再重新生成。", en: "Import the photo again and make the package again."))
    barcode = FindingTemplate(
      "\(rule)/barcode",
      message: Wording(zh: "{0}：“{1}”不能写成条形码。", en: "{0}: “{1}” cannot be written as a bar code."),
      advice: Wording(
        zh: "条形码只能有字母、数字和常用符号，请检查版面定义里 barcode 的内容。",
        en: "A bar code holds letters, digits and plain signs only; check what the layout puts into it."))
    empty = TableRules.empty(rule)
  }

  var all: [FindingTemplate] { [glyph, fit, photo, unreadable, barcode, empty] }
}

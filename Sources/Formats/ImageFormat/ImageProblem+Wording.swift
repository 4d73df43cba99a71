public import Tabular

extension ImageProblem {
  /// What is wrong and why.
  public var message: Wording {
    switch self {
    case .wrongKind(.empty):
      Wording(zh: "文件是空的，没有任何内容。", en: "The file is empty.")
    case .wrongKind(.unknown):
      Wording(
        zh: "内容不是 JPEG 或 PNG 图片（认不出是什么），以内容为准，不看扩展名。",
        en: "The content is neither JPEG nor PNG (nor anything known); the content counts, not the extension."
      )
    case .wrongKind(let kind):
      Wording(
        zh: "内容是 \(kind.rawValue)，不是可用的照片格式；以内容为准，不看扩展名。",
        en:
          "The content is \(kind.rawValue), not a photo format that is taken; the content counts, not the extension."
      )
    case .truncated:
      Wording(zh: "图片不完整，后面的部分丢失了。", en: "The picture is cut off before its end.")
    case .damaged(let part):
      Wording(zh: "图片已损坏（\(part)），不能完整解码。", en: "The picture is damaged (\(part)) and cannot be decoded.")
    case .tooManyBytes(let count, let most):
      Wording(
        zh: "图片有 \(count) 字节，超过上限 \(most) 字节。",
        en: "The picture has \(count) bytes, more than the limit of \(most).")
    case .tooManyPixels(let width, let height):
      Wording(
        zh: "图片尺寸 \(width)×\(height) 超过上限。",
        en: "The picture's size of \(width)×\(height) pixels is over the limit.")
    case .tooManyScans(let most):
      Wording(
        zh: "渐进式 JPEG 的扫描次数超过上限 \(most)。",
        en: "The progressive JPEG has more scans than the limit of \(most).")
    case .unsupported(let form):
      Wording(
        zh: "图片采用了少见的编码方式（\(form)），本系统和多数浏览器都不能显示。",
        en: "The picture is stored in a rare form (\(form)) that most programs cannot show.")
    case .sideways(let orientation):
      Wording(
        zh: "照片带有旋转标记（EXIF 方向 \(orientation)），存储的画面是横的或镜像的。",
        en:
          "The photo is marked to be turned (EXIF orientation \(orientation)): as stored it lies on its side or is mirrored."
      )
    }
  }

  /// What to do about it.
  public var advice: Wording {
    switch self {
    case .wrongKind, .unsupported:
      Wording(zh: "请用看图软件另存为普通的 JPEG 后再提交。", en: "Save it as a plain JPEG and send it again.")
    case .truncated, .damaged:
      Wording(
        zh: "请重新复制或导出原图后再提交。", en: "Copy or export the original picture again and send that.")
    case .tooManyBytes, .tooManyPixels, .tooManyScans:
      Wording(
        zh: "请按照片要求缩小并另存为普通的 JPEG 后再提交。",
        en: "Scale it down as the photo rules ask, save it as a plain JPEG and send it again.")
    case .sideways:
      Wording(zh: "请用看图软件转正并另存后再提交。", en: "Turn it upright in a picture program, save it and send it again.")
    }
  }
}

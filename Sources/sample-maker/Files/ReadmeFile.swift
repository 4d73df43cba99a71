/// 说明 — what the material is, in two lines.
enum ReadmeFile {
  static let text = """
    本文件夹全部由 `swift run sample-maker --seed 58 --out SampleData` 生成：姓名、证件、照片、成绩均为虚构，省份为测试省 99。
    All of this is made by `swift run sample-maker --seed 58 --out SampleData`: names, documents, photos and scores are \
    invented, in test province 99.

    """
}

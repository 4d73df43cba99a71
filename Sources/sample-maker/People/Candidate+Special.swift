extension Candidate {
  /// Whether those whose special name says it are men.
  static let specialSexes = [99: true, 183: false, 185: true]

  /// Gives the candidates at certain places what real files always have somewhere: characters beyond GBK, long
  /// names with a separator, Latin names, every kind of document.
  mutating func makeSpecial(_ index: Int, digits: Int) {
    switch index {
    case 17: name = "李䶮"
    case 58: name = "王𬱖"
    case 99:
      name = "阿布都热依木·买买提"
      ethnicity = "维吾尔族"
    case 141: name = "欧阳䶮文"
    case 180: document = IdentityDocument(code: "2", kind: "港澳居民来往内地通行证", number: "H00990180")
    case 181: document = IdentityDocument(code: "3", kind: "台湾居民来往大陆通行证", number: "00990181")
    case 182:
      document = IdentityDocument(
        code: "4", kind: "港澳台居民居住证",
        number: IdentityDocument.checked("820000", birth: birth, sequence: digits))
    case 183:
      name = "TEST MARIA"
      ethnicity = "98"
      document = IdentityDocument(code: "5", kind: "护照", number: "E00990183")
    case 184: document = IdentityDocument(code: "6", kind: "军官证", number: "测字第990184号")
    case 185:
      name = "TEST JOHN"
      ethnicity = "98"
      document = IdentityDocument(
        code: "7", kind: "外国人永久居留身份证",
        number: IdentityDocument.checked("911840", birth: birth, sequence: digits))
    case 186: document = IdentityDocument(code: "9", kind: "其他", number: "测试证明(2020)990186")
    default: break
    }
  }
}

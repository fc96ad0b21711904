// A workbook that holds everything a workbook may hold, made part by part, and the list of its features for comparing before and after.
import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { attribute, tagsOf } from "../../../src/file/patch/xmlTags";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE = "vnd.openxmlformats-officedocument";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Parts that hang on the budget sheet or the workbook: path, relationship type, content type, content. */
const ATTACHED: readonly (readonly [string, string, string, string, "sheet" | "workbook" | "package"])[] = [
  ["xl/styles.xml", "styles", "spreadsheetml.styles+xml", `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0"/><numFmt numFmtId="165" formatCode="#,##0,;[Red](#,##0,)"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Arial"/></font><font><i/><color rgb="FFC00000"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="double"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" fontId="1" fillId="2" borderId="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="165" fontId="2"><alignment wrapText="1"/></xf><xf numFmtId="14"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>`, "workbook"],
  ["xl/theme/theme1.xml", "theme", "theme+xml", "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"House\"><a:themeElements><a:clrScheme name=\"x\"></a:clrScheme><a:fontScheme name=\"x\"></a:fontScheme><a:fmtScheme name=\"x\"></a:fmtScheme></a:themeElements></a:theme>", "workbook"],
  ["xl/sharedStrings.xml", "sharedStrings", "spreadsheetml.sharedStrings+xml", `<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>Service</t></si><si><r><rPr><b/></rPr><t>Day </t></r><r><t>care</t></r></si><si><t xml:space="preserve"> Respite </t></si></sst>`, "workbook"],
  ["xl/calcChain.xml", "calcChain", "spreadsheetml.calcChain+xml", `<calcChain xmlns="${MAIN}"><c r="B9" i="1"/></calcChain>`, "workbook"],
  ["xl/externalLinks/externalLink1.xml", "externalLink", "spreadsheetml.externalLink+xml", `<externalLink xmlns="${MAIN}"/>`, "workbook"],
  ["xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheDefinition", "spreadsheetml.pivotCacheDefinition+xml", `<pivotCacheDefinition xmlns="${MAIN}" recordCount="2"/>`, "workbook"],
  ["xl/persons/person.xml", "person", "vnd.ms-excel.person+xml", "<personList/>", "workbook"],
  ["xl/metadata.xml", "sheetMetadata", "spreadsheetml.sheetMetadata+xml", `<metadata xmlns="${MAIN}"/>`, "workbook"],
  ["xl/vbaProject.bin", "vbaProject", "vnd.ms-office.vbaProject", "macro bytes \u0001\u0002", "workbook"],
  ["customXml/item1.xml", "customXml", "xml", "<purse><kept/></purse>", "workbook"],
  ["xl/comments1.xml", "comments", "spreadsheetml.comments+xml", `<comments xmlns="${MAIN}"><authors><author>Finance</author></authors><commentList><comment ref="B5" authorId="0"><text><t>Agreed at P6</t></text></comment></commentList></comments>`, "sheet"],
  ["xl/threadedComments/threadedComment1.xml", "threadedComment", "vnd.ms-excel.threadedcomments+xml", "<ThreadedComments/>", "sheet"],
  ["xl/drawings/vmlDrawing1.vml", "vmlDrawing", "vmlDrawing", "<xml><v:shape/></xml>", "sheet"],
  ["xl/drawings/drawing1.xml", "drawing", "drawing+xml", "<xdr:wsDr xmlns:xdr=\"urn:d\"><xdr:graphicFrame/></xdr:wsDr>", "sheet"],
  ["xl/charts/chart1.xml", "chart", "drawingml.chart+xml", "<c:chartSpace xmlns:c=\"urn:c\"><c:barChart><c:f>Budget!$B$5:$B$7</c:f></c:barChart></c:chartSpace>", "sheet"],
  ["xl/pivotTables/pivotTable1.xml", "pivotTable", "spreadsheetml.pivotTable+xml", `<pivotTableDefinition xmlns="${MAIN}" name="ByService"/>`, "sheet"],
  ["xl/tables/table1.xml", "table", "spreadsheetml.table+xml", `<table xmlns="${MAIN}" id="1" name="tblBudget" displayName="tblBudget" ref="A4:C7" totalsRowShown="0"><autoFilter ref="A4:C7"><filterColumn colId="0"/></autoFilter><sortState ref="A5:C7"/><tableColumns count="3"><tableColumn id="1" name="Service"/><tableColumn id="2" name="Revised"/><tableColumn id="3" name="Forecast"><calculatedColumnFormula>[Revised]*1.02</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`, "sheet"],
  ["xl/slicers/slicer1.xml", "slicer", "vnd.ms-excel.slicer+xml", "<slicers/>", "sheet"],
  ["xl/printerSettings/printerSettings1.bin", "printerSettings", "spreadsheetml.printerSettings", "printer\u0000", "sheet"],
  ["xl/media/image1.png", "image", "png", "picture", "sheet"],
  ["docProps/core.xml", "core-properties", "core-properties+xml", "<cp:coreProperties xmlns:cp=\"urn:p\"><cp:lastModifiedBy>Council</cp:lastModifiedBy></cp:coreProperties>", "package"],
  ["docProps/app.xml", "extended-properties", "extended-properties+xml", "<Properties><Application>Microsoft Excel</Application></Properties>", "package"],
  ["docProps/custom.xml", "custom-properties", "custom-properties+xml", "<Properties><property name=\"Protective marking\"/></Properties>", "package"],
];

/** What stands on the budget sheet around its rows, in the order of the schema. */
const AROUND = {
  before: '<sheetPr codeName="Budget"><tabColor rgb="FF00B050"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:E9"/><sheetViews><sheetView workbookViewId="0" showGridLines="0" zoomScale="85"><pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen"/><selection pane="bottomRight" activeCell="B5" sqref="B5"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/><cols><col min="1" max="1" width="34.5" customWidth="1"/><col min="2" max="3" width="14" style="1"/><col min="5" max="5" hidden="1"/></cols>',
  after: '<sheetCalcPr fullCalcOnLoad="0"/><sheetProtection sheet="1" objects="1" algorithmName="SHA-512" hashValue="abc" saltValue="def" spinCount="100000"/><protectedRanges><protectedRange name="Officers" sqref="B5:C7"/></protectedRanges><scenarios current="0"><scenario name="Low"/></scenarios><autoFilter ref="A4:C7"/><sortState ref="A5:C7"><sortCondition ref="A5"/></sortState><dataConsolidate/><customSheetViews><customSheetView guid="{1}"/></customSheetViews><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><phoneticPr fontId="0"/><conditionalFormatting sqref="B5:B7"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="C5:C7"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="decimal" operator="greaterThan" sqref="B5:B7"><formula1>-1000000</formula1></dataValidation><dataValidation type="list" sqref="E5:E7"><formula1>"yes,no"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A5" location="Notes!A1" display="note"/><hyperlink ref="A6" r:id="rLink"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;LOFFICIAL</oddHeader><oddFooter>&amp;RPage &amp;P</oddFooter></headerFooter><rowBreaks count="1"><brk id="7"/></rowBreaks><colBreaks count="1"><brk id="3"/></colBreaks><customProperties><customPr name="x"/></customProperties><cellWatches><cellWatch r="B9"/></cellWatches><ignoredErrors><ignoredError sqref="B5" numberStoredAsText="1"/></ignoredErrors><smartTags/><drawing r:id="r14"/><legacyDrawing r:id="r13"/><legacyDrawingHF r:id="r13"/><picture r:id="r20"/><oleObjects/><controls/><webPublishItems count="0"/><tableParts count="1"><tablePart r:id="r17"/></tableParts><extLst><ext uri="{sparklines}"><x14:sparklineGroups xmlns:x14="urn:14"><x14:sparkline>D5</x14:sparkline></x14:sparklineGroups></ext></extLst>',
};

const ROWS = '<row r="1" ht="24" customHeight="1"><c r="A1" s="1" t="str"><v>Revenue budget 2026/27, £000</v></c></row><row r="4" spans="1:5"><c r="A4" t="s"><v>0</v></c><c r="B4" t="inlineStr"><is><t>Revised</t></is></c><c r="C4" t="inlineStr"><is><t>Forecast</t></is></c></row><row r="5" outlineLevel="1"><c r="A5" t="s"><v>1</v></c><c r="B5" s="1"><v>1200</v></c><c r="C5" s="2"><f>tblBudget[[#This Row],[Revised]]*1.02</f><v>1224</v></c><c r="E5" t="b"><v>1</v></c></row><row r="6" outlineLevel="1" hidden="1"><c r="A6" t="s"><v>2</v></c><c r="B6" s="1"><v>800.5</v></c><c r="C6" s="2"><f t="shared" ref="C6:C7" si="0">B6*1.02</f><v>816.51</v></c><c r="D6" t="e"><v>#N/A</v></c></row><row r="7" outlineLevel="1"><c r="A7" t="inlineStr"><is><t>Meals</t></is></c><c r="B7" s="1"/><c r="C7" s="2"><f t="shared" si="0"/><v>0</v></c></row><row r="9"><c r="A9" t="d" s="3"><v>2026-10-15</v></c><c r="B9" s="2"><f>SUM(B5:B7)</f><v>2000.5</v></c><c r="C9"><f t="array" ref="C9:D9">B5:C5*1</f><v>1200</v></c><c r="D9"><v>1224</v></c></row>';

export function richWorkbook(): Uint8Array {
  const parts: Zippable = {};
  const put = (path: string, xml: string): void => void (parts[path] = strToU8(path.endsWith(".bin") || path.endsWith(".png") ? xml : HEAD + xml));
  const rel = (folder: string) => ([path, type]: readonly [string, string, string, string, string], i: number): string => `<Relationship Id="r${i + 1}" Type="${REL}/${type}" Target="${path.startsWith(folder) ? path.slice(folder.length) : `/${path}`}"/>`;
  const of = (where: string, folder: string): string => ATTACHED.flatMap((part, i) => (part[4] === where ? [rel(folder)(part, i)] : [])).join("");
  put("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>${[1, 2].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/${OFFICE}.spreadsheetml.worksheet+xml"/>`).join("")}${ATTACHED.map(([path, , type]) => `<Override PartName="/${path}" ContentType="application/${type.startsWith("spreadsheetml") || type.startsWith("drawing") || type.startsWith("theme") ? `${OFFICE}.${type}` : type}"/>`).join("")}</Types>`);
  put("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>${of("package", "")}</Relationships>`);
  put("xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook" date1904="0"/><workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Budget" sheetId="1" r:id="s1"/><sheet name="Notes &amp; more" sheetId="2" state="hidden" r:id="s2"/></sheets><definedNames><definedName name="Revised">Budget!$B$5:$B$7</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Budget!$A$1:$C$9</definedName></definedNames><calcPr calcId="191029" iterate="1"/><pivotCaches><pivotCache cacheId="1" r:id="r6"/></pivotCaches><extLst><ext uri="{x}"/></extLst></workbook>`);
  put("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${REL}/worksheet" Target="worksheets/sheet2.xml"/>${of("workbook", "xl/")}</Relationships>`);
  put("xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${AROUND.before}<sheetData>${ROWS}</sheetData>${AROUND.after}</worksheet>`);
  put("xl/worksheets/_rels/sheet1.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of("sheet", "xl/worksheets/")}<Relationship Id="rLink" Type="${REL}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`);
  put("xl/worksheets/sheet2.xml", `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>kept</t></is></c></row></sheetData></worksheet>`);
  for (const [path, , , xml] of ATTACHED) put(path, xml);
  return zipSync(parts);
}

/** Every feature by name: each part's bytes; each element around the rows; each row's and each cell's tag, formula and stored value; the workbook's own elements. */
export function featuresOf(bytes: Uint8Array): Map<string, string> {
  const parts = unzipSync(bytes);
  const features = new Map<string, string>([["order of parts", Object.keys(parts).join(", ")]]);
  for (const [path, part] of Object.entries(parts)) {
    if (path === "xl/worksheets/sheet1.xml" || path === "xl/workbook.xml") for (const [name, text] of elementsOf(strFromU8(part))) features.set(`${path} ${name}`, text);
    else features.set(path, createHash("sha256").update(part).digest("hex"));
  }
  return features;
}

/** Elements below the root, with rows and cells apart: "row 5", "cell B5", "formula C5", "value C5"; repeated names are numbered. */
function* elementsOf(xml: string): Generator<[string, string]> {
  const count = new Map<string, number>();
  let depth = 0;
  let start: { name: string; at: number } | null = null;
  let cell = "";
  for (const tag of tagsOf(xml)) {
    if (tag.name === "row" && tag.kind !== "close") yield [`row ${attribute(xml, tag, "r") ?? ""}`, xml.slice(tag.start, tag.end).replace(/ spans="[^"]*"/, "")];
    else if (tag.name === "c" && tag.kind !== "close") {
      cell = attribute(xml, tag, "r") ?? "";
      const end = tag.kind === "empty" ? tag.end : xml.indexOf("</c>", tag.end);
      yield [`cell ${cell}`, xml.slice(tag.start, tag.end)];
      yield [`content ${cell}`, xml.slice(tag.end, end)];
    } else if (depth === 1 && tag.kind !== "close" && tag.name !== "sheetData") start = { name: tag.name, at: tag.start };
    if (tag.kind === "open") depth += 1;
    if (tag.kind === "close") depth -= 1;
    if (depth === 1 && start !== null && tag.kind !== "open" && tag.name === start.name) {
      const number = (count.get(start.name) ?? 0) + 1;
      count.set(start.name, number);
      yield [`${start.name} ${number}`, xml.slice(start.at, tag.end)];
      start = null;
    }
  }
}

// The sample partnership's workbook as a file, for newcomers to try; the build puts its bytes here.

/** samples/brackenshire.xlsx in base 64, put in place by the build (webpack.config.js). */
declare const SAMPLE_WORKBOOK: string;

export function sampleWorkbook(): File {
  const bytes = Uint8Array.from(atob(SAMPLE_WORKBOOK), (character) => character.charCodeAt(0));
  return new File([bytes], "Brackenshire sample.xlsx");
}

// The spreadsheet grid of the workbench: Univer's own plugins, without its all-in-one package that brings parts of unclear licence.
import { LocaleType, LogLevel, Univer, type Plugin, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import formattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/sheets-table/facade";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";

type PluginEntry = PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown];

/** Starts the grid inside an element and returns its programming face. */
export function createUniver(container: HTMLElement): FUniver {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    logLevel: LogLevel.WARN,
    locales: { [LocaleType.EN_US]: { ...coreWords, ...validationWords, ...formattingWords } },
  });
  const presets = [
    UniverSheetsCorePreset({ container }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const preset of presets) for (const entry of preset.plugins as PluginEntry[]) register(univer, entry);
  register(univer, UniverSheetsTablePlugin);
  return FUniver.newAPI(univer);
}

function register(univer: Univer, entry: PluginEntry): void {
  if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
  else univer.registerPlugin(entry);
}

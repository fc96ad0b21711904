// What the parts of the shared scenario have in common: two workbooks, and how a failure is looked at.
import type { HostWorkbookData } from "../../../../workbench/host/index";

export const budget: HostWorkbookData = {
  name: "Partnership.xlsx",
  sheets: [
    {
      name: "Budget",
      rows: [
        ["Line", "Amount"],
        ["Staff", 1200],
        ["Premises", 300],
      ],
    },
    { name: "Purse Lines", visibility: "Hidden", rows: [["Key"]] },
  ],
};

export const empty: HostWorkbookData = { sheets: [{ name: "Sheet1", rows: [] }] };

export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof OfficeExtension.Error) {
      return error.code;
    }
    throw error;
  }
  return "no error";
};

export const messageOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "no error";
};

/** Lets messages cross that nobody awaits: events and the client's clean-up. */
export const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 60));

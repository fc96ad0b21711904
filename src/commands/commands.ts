// The ribbon's buttons: each opens the pane at a page. Their names stand in manifest.xml.
import type { PageId } from "../app/state";

/** Function names in the manifest, and the page that each opens. */
export const RIBBON_COMMANDS: Readonly<Record<string, PageId>> = {
  openSources: "sources",
  openPool: "pool",
  openSuggestions: "suggestions",
  openReview: "review",
  openRegister: "register",
};

/** Ties every ribbon function to opening the pane at its page. Office waits for `completed`, so that is called whatever happens. */
export function registerCommands(open: (page: PageId) => void): void {
  for (const [name, page] of Object.entries(RIBBON_COMMANDS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      open(page);
      Office.addin.showAsTaskpane().then(() => event.completed(), () => event.completed());
    });
  }
}

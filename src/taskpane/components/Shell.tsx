// The frame around every page: whose workbook, the page list, the page, and the status line that is also a live region.
import { useEffect, useRef } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { PageId, SessionState } from "../../app/state";
import { PoolPage } from "../pages/PoolPage";
import { RegisterPage } from "../pages/RegisterPage";
import { ReviewPage } from "../pages/ReviewPage";
import { SourcesPage } from "../pages/SourcesPage";
import { SuggestionsPage } from "../pages/SuggestionsPage";
import { useKeepFocus } from "../useKeepFocus";
import { useSessionState } from "../useSession";
import { words } from "../words/words";
import { FailureNotice } from "./FailureNotice";
import { PageList } from "./PageList";
import { PreviewPanel } from "./PreviewPanel";
import { StatusLine } from "./StatusLine";
import { Working } from "./Working";

const useStyles = makeStyles({
  shell: { display: "flex", flexDirection: "column", height: "100vh", boxSizing: "border-box", minWidth: 0 },
  // The top right corner belongs to Office's own menu: 34 by 32 pixels.
  names: {
    display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, minHeight: "32px", boxSizing: "border-box",
    paddingBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalM, paddingInlineEnd: "42px",
  },
  workbook: { fontWeight: tokens.fontWeightSemibold, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  page: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", padding: tokens.spacingHorizontalM },
});

export function Shell() {
  const styles = useStyles();
  const state = useSessionState();
  const page = useRef<HTMLElement>(null);
  const shown = state.preview === null ? state.page : "preview";
  const before = useRef(shown);
  useKeepFocus(page);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    page.current?.scrollTo?.({ top: 0 });
  }, [shown]);
  return (
    <div className={styles.shell}>
      <header className={styles.names}>
        <span className={styles.workbook} title={state.workbookName}>{state.workbookName === "" ? words.thisWorkbook : state.workbookName}</span>
      </header>
      <PageList current={state.page} />
      <main ref={page} className={styles.page}>
        {state.failure !== null && <FailureNotice failure={state.failure} />}
        {state.job !== null && <Working job={state.job} />}
        {state.preview !== null && (state.page === "review" || state.page === "register") ? <PreviewPanel preview={state.preview} state={state} />
          : <CurrentPage page={state.page} state={state} />}
      </main>
      <StatusLine state={state} />
    </div>
  );
}

function CurrentPage({ page, state }: { readonly page: PageId; readonly state: SessionState }) {
  switch (page) {
    case "sources": return <SourcesPage state={state} />;
    case "pool": return <PoolPage state={state} />;
    case "suggestions": return <SuggestionsPage state={state} />;
    case "review": return <ReviewPage state={state} />;
    case "register": return <RegisterPage state={state} />;
  }
}

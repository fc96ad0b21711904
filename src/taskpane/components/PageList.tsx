// The page list: native buttons with icon and name, so that Office's own handling of the Tab key works on them.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSwapRegular, BookRegular, ClipboardTaskRegular, DataPieRegular, DocumentTableRegular } from "@fluentui/react-icons";
import { PAGES, type PageId } from "../../app/state";
import { useSession } from "../useSession";
import { words } from "../words/words";

const ICONS = { sources: DocumentTableRegular, pool: DataPieRegular, suggestions: ArrowSwapRegular, review: ClipboardTaskRegular, register: BookRegular };

// A transparent border is drawn in forced colours, where it would mark every page as the current one.
const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  list: {
    display: "flex", justifyContent: "space-between", margin: 0, padding: `0 ${tokens.spacingHorizontalXS}`, listStyleType: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: {
    display: "flex", flexDirection: "column", alignItems: "center", gap: "2px", minWidth: "44px", minHeight: "44px",
    paddingBlock: tokens.spacingVerticalXS, paddingInline: tokens.spacingHorizontalXXS, border: "none",
    borderBottom: "2px solid transparent", [FORCED]: { borderBottomColor: "Canvas" }, backgroundColor: "transparent", color: tokens.colorNeutralForeground2, cursor: "pointer",
    fontFamily: "inherit", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorBrandStroke1, [FORCED]: { borderBottomColor: "Highlight" },
    // Brand on the hover background falls short of 4.5:1 in the dark theme.
    ":hover": { backgroundColor: "transparent" },
  },
  icon: { fontSize: "20px" },
});

export function PageList({ current }: { readonly current: PageId }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <nav aria-label={words.pageList}>
      <ul className={styles.list}>
        {PAGES.map((page) => {
          const Icon = ICONS[page];
          return (
            <li key={page}>
              <button
                type="button" className={mergeClasses(styles.button, page === current && styles.current)}
                aria-current={page === current ? "page" : undefined} onClick={() => session.openPage(page)}
              >
                <Icon className={styles.icon} aria-hidden="true" />
                {words.pages[page]}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

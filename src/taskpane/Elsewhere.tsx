// What stands in the pane's place where there is no workbook to read: a kind sentence that says where to go.
import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useDark } from "./useDark";
import { words } from "./words/words";

const useStyles = makeStyles({
  root: { minHeight: "100vh", color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1 },
  text: {
    maxWidth: "60ch", padding: tokens.spacingHorizontalXL, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
});

const noOfficeTheme = () => null;

export function Elsewhere({ sentence }: { readonly sentence: string }) {
  const styles = useStyles();
  const dark = useDark(noOfficeTheme);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.root}>
      <main className={styles.text}>
        <h1 className={styles.title}>{words.product}</h1>
        <p>{sentence}</p>
      </main>
    </FluentProvider>
  );
}

// The pane: theme, session and frame around the pages.
import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Session } from "../app/sessionPort";
import { Boundary } from "./components/Boundary";
import { Shell } from "./components/Shell";
import { useDark, type ReadOfficeTheme } from "./useDark";
import { SessionProvider } from "./useSession";

const useStyles = makeStyles({
  root: {
    minHeight: "100vh", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface AppProps {
  readonly session: Session;
  readonly readOfficeTheme: ReadOfficeTheme;
}

export function App({ session, readOfficeTheme }: AppProps) {
  const styles = useStyles();
  const dark = useDark(readOfficeTheme);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.root}>
      <Boundary>
        <SessionProvider value={session}><Shell /></SessionProvider>
      </Boundary>
    </FluentProvider>
  );
}

// A failed step: what happened, what was not written, what to do next; details behind a button.
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular, ErrorCircleRegular } from "@fluentui/react-icons";
import { useSession } from "../useSession";
import { words } from "../words/words";
import { Disclosure } from "./Disclosure";
import type { Failure } from "../../app/failure";

const useStyles = makeStyles({
  box: {
    display: "flex", gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusDangerForeground1 },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  close: { alignSelf: "flex-start" },
  words: { margin: 0, marginTop: tokens.spacingVerticalXXS },
});

export function FailureNotice({ failure }: { readonly failure: Failure }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <div className={styles.box}>
      <ErrorCircleRegular className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <div role="alert">
          <p className={styles.title}>{words.failureTitle}</p>
          <p className={styles.words}>{failure.sentence}</p>
          <p className={styles.words}>{words.nextStep(failure.nextStep)}</p>
        </div>
        <Disclosure head={words.details} flush>{() => <p className={styles.words}>{failure.detail === "" ? words.noDetails : failure.detail}</p>}</Disclosure>
      </div>
      <Button className={styles.close} appearance="subtle" size="small" icon={<DismissRegular />} aria-label={words.dismiss} onClick={() => session.dismissFailure()} />
    </div>
  );
}

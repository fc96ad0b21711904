// Long work: what is being done, how far it has come, and a way to stop it.
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { Job } from "../../app/state";
import { useSession } from "../useSession";
import { words } from "../words/words";

const useStyles = makeStyles({
  box: {
    display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    // Short work should not flash: the box comes in after a moment, without moving anything for those who want no motion.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: "1ms", animationDelay: "250ms", animationFillMode: "backwards",
  },
  line: { display: "flex", justifyContent: "space-between", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  step: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

export function Working({ job }: { readonly job: Job }) {
  const styles = useStyles();
  const session = useSession();
  const { progress } = job;
  const measured = progress !== null && progress.total > 0 ? { value: progress.done, max: progress.total } : {};
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <p className={styles.title}>{words.working(job.title)}</p>
        <Button onClick={() => session.stop()}>{words.stop}</Button>
      </div>
      <ProgressBar aria-label={words.progressLabel} {...measured} />
      {progress !== null && <p className={styles.step}>{words.progress(progress.step, progress.done, progress.total)}</p>}
      <p className={styles.step}>{job.keepsBest === true ? words.stopKeepsBest : words.stopHint}</p>
    </div>
  );
}

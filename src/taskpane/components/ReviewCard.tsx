// One virement in the workbook with its decision: accept, or refuse with a reason; decide again while it is not applied.
import { useId, useState } from "react";
import { flushSync } from "react-dom";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { LineFinder } from "../../app/selectors/lines";
import { isWaiting, type ReviewItem } from "../../app/selectors/review";
import { formatPounds } from "../../core/money/format";
import { imbalance } from "../../core/virement/legs";
import { statusOf, turnOf } from "../../core/virement/states/status";
import { useSession, useSessionState } from "../useSession";
import { words } from "../words/words";
import { Disclosure } from "./Disclosure";
import { Mark, type MarkTone } from "./Mark";
import { MoveEnds } from "./MoveEnds";
import { AmendForm } from "./AmendForm";
import { DraftActions } from "./DraftActions";
import { PaymentForm } from "./PaymentForm";
import { ReasonForm } from "./ReasonForm";
import { Hint } from "./Section";

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM, border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium,
  },
  waiting: { borderInlineStartWidth: "3px", borderInlineStartColor: tokens.colorBrandStroke1 },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  id: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  text: { margin: 0, marginTop: tokens.spacingVerticalXS, overflowWrap: "anywhere" },
  // Three buttons stand in one row of the narrowest pane.
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS, "& button": { minWidth: 0 } },
});

interface ReviewCardProps {
  readonly item: ReviewItem;
  readonly find: LineFinder;
  /** Called instead of deciding when nobody has said who decides. */
  readonly onNoPerson: () => void;
}

export function ReviewCard({ item, find, onNoPerson }: ReviewCardProps) {
  const styles = useStyles();
  const session = useSession();
  const { person, job, decisionDate, reading } = useSessionState();
  const [open, setOpen] = useState<"closed" | "deciding" | "refusing" | "amending">("closed");
  const endsId = useId();
  const { virement } = item;
  const busy = job !== null;
  const status = statusOf(virement, decisionDate);
  const decidable = virement.state === "suggested" && status !== "expired" && status !== "withdrawn" && status !== "incomplete";
  const several = virement.agreements.length > 1;
  // Named, so that a key pressed twice never accepts for the next approver.
  const approver = several ? virement.agreements[turnOf(virement)]?.approver : undefined;
  const deciding = decidable && (isWaiting(virement) || open !== "closed");
  const withPerson = (then: () => void): void => (person === "" ? onNoPerson() : then());
  // The button just pressed goes away; the keyboard goes on at the one that takes its place.
  const decideAt = (buttonId: string): void => {
    flushSync(() => setOpen("deciding"));
    document.getElementById(buttonId)?.focus();
  };
  const decide = (decision: "accepted" | "refused", reason: string): void => {
    setOpen("closed");
    void (approver === undefined ? session.decide(virement.id, decision, reason) : session.decide(virement.id, decision, reason, approver));
  };
  return (
    <article className={mergeClasses(styles.card, isWaiting(virement) && styles.waiting)} aria-label={virement.id}>
      <div className={styles.head}>
        <span className={styles.id}>{virement.id}</span>
        <Mark tone={toneOf(item)}>{status === "expired" ? words.review.expired(virement.expiresOn ?? "") : status === "incomplete" || (several && status === "under review") ? status : markOf(item)}</Mark>
      </div>
      <div id={endsId}><MoveEnds from={virement.from} to={virement.to} {...(virement.legs === undefined ? {} : { legs: virement.legs })} amountPence={virement.amountPence} recurrence={virement.recurrence} find={find} /></div>
      {status === "incomplete" && <p className={styles.text}>{imbalance(virement)}</p>}
      {!several && virement.state !== "draft" && <Hint>{words.suggestions.approvalsTitle}: {virement.approvals === "" ? words.suggestions.noApproval : virement.approvals}</Hint>}
      {several && virement.agreements.map((agreement, i) => (
        <Hint key={i}>{words.review.agreement(agreement.approver, words.review.decisions[agreement.decision], agreement.by)}</Hint>
      ))}
      {item.betweenBodies && <PaymentForm virement={virement} busy={busy} />}
      {item.holders.length > 0 && <Hint>{words.review.holders(item.holders.join(", "))}</Hint>}
      {virement.version > 1 && <Hint>{words.review.version(virement.version, formatPounds(virement.suggestedPence))}</Hint>}
      {!several && virement.decision !== "waiting" && <Hint>{words.review.decided(words.review.decisions[virement.decision], virement.decidedBy)}</Hint>}
      {virement.reason !== "" && <p className={styles.text}>{words.review.reason(virement.reason)}</p>}
      {virement.why !== "" && <Disclosure head={words.suggestions.why}>{() => <p className={styles.text}>{virement.why}</p>}</Disclosure>}
      {virement.state === "draft" && <DraftActions virement={virement} lines={reading?.lines ?? []} find={find} busy={busy} />}
      {deciding && (open === "closed" || open === "deciding") && (
        <div className={styles.actions}>
          <Button
            id={acceptId(virement.id)} disabledFocusable={busy} aria-label={approver === undefined ? words.review.acceptName(virement.id) : words.review.acceptAsName(approver, virement.id)} aria-describedby={endsId}
            onClick={() => withPerson(() => decide("accepted", ""))}
          >
            {approver === undefined ? words.review.accept : words.review.acceptAs(approver)}
          </Button>
          <Button
            id={amendId(virement.id)} disabledFocusable={busy} aria-label={words.review.amendName(virement.id)} aria-describedby={endsId}
            onClick={() => withPerson(() => setOpen("amending"))}
          >
            {words.review.amend}
          </Button>
          <Button
            id={refuseId(virement.id)} disabledFocusable={busy} aria-label={words.review.refuseName(virement.id)} aria-describedby={endsId}
            onClick={() => withPerson(() => setOpen("refusing"))}
          >
            {words.review.refuse}
          </Button>
        </div>
      )}
      {deciding && open === "refusing" && <ReasonForm says={words.review.refusal} onReason={(reason) => decide("refused", reason)} onCancel={() => decideAt(refuseId(virement.id))} />}
      {deciding && open === "amending" && (
        <AmendForm
          suggestedPence={virement.suggestedPence} onCancel={() => decideAt(amendId(virement.id))}
          onAmend={(amountPence, reason) => {
            setOpen("closed");
            void session.amend(virement.id, amountPence, reason);
          }}
        />
      )}
      {decidable && !deciding && (
        <div className={styles.actions}>
          <Button size="small" appearance="subtle" disabledFocusable={busy} aria-label={words.review.changeDecisionName(virement.id)} onClick={() => decideAt(acceptId(virement.id))}>
            {words.review.changeDecision}
          </Button>
        </div>
      )}
    </article>
  );
}

/** The button that the next one waiting is gone to by. */
export function acceptId(virementId: string): string {
  return `accept-${virementId}`;
}

function amendId(virementId: string): string {
  return `amend-${virementId}`;
}

function refuseId(virementId: string): string {
  return `refuse-${virementId}`;
}

function markOf({ virement }: ReviewItem): string {
  if (virement.state !== "suggested") return words.review.states[virement.state];
  return words.review.decisions[virement.decision];
}

function toneOf({ virement }: ReviewItem): MarkTone {
  if (virement.state === "applied") return "good";
  if (virement.state === "reversed") return "quiet";
  return ({ waiting: "ask", accepted: "good", refused: "bad", withdrawn: "quiet" } as const)[virement.decision];
}

// A total by agency or by outcome: a bar and a figure each, which open to their lines.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Slice } from "../../app/selectors/pool";
import { Bar } from "./Bars";
import { Disclosure } from "./Disclosure";
import { LineList } from "./LineList";
import { Money, Variance } from "./Money";

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  name: { overflowWrap: "anywhere" },
  figure: { marginLeft: "auto" },
  right: { display: "block", textAlign: "right", fontSize: tokens.fontSizeBase200 },
});

export function Slices({ slices }: { readonly slices: readonly Slice[] }) {
  const styles = useStyles();
  return (
    <div>
      {slices.map((slice) => (
        <Disclosure
          key={slice.id}
          head={
            <>
              <span className={styles.head}>
                <span className={styles.name}>{slice.name}</span>
                <span className={styles.figure}><Money pence={slice.budgetPence} strong /></span>
              </span>
              <Bar share={slice.share} />
              <span className={styles.right}><Variance pence={slice.variancePence} /></span>
            </>
          }
        >
          {() => <LineList lines={slice.lines} />}
        </Disclosure>
      ))}
    </div>
  );
}

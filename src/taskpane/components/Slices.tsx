// A total by agency or by outcome: a bar and a figure each, which open to their lines.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Slice } from "../../app/selectors/pool";
import { Bar } from "./Bars";
import { words } from "../words/words";
import { Disclosure } from "./Disclosure";
import { FigureTable } from "./FigureTable";
import { LineList } from "./LineList";
import { Money, Variance } from "./Money";

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  name: { overflowWrap: "anywhere" },
  figure: { marginLeft: "auto" },
  foot: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200 },
});

/** `title` names the table that holds the same figures without the bars. */
export function Slices({ slices, title }: { readonly slices: readonly Slice[]; readonly title: string }) {
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
              <span className={styles.foot}>
                <span>{slice.ofPlace === null ? "" : words.pool.ofPlace(slice.ofPlace)}</span>
                <span className={styles.figure}><Variance pence={slice.variancePence} /></span>
              </span>
            </>
          }
        >
          {() => <LineList lines={slice.lines} />}
        </Disclosure>
      ))}
      <Disclosure head={words.pool.asTable} flush>
        {() => (
          <FigureTable
            caption={title} headings={[title, words.pool.budgetShort, words.pool.variance]}
            rows={slices.map((slice) => ({
              id: slice.id, name: slice.ofPlace === null ? slice.name : `${slice.name} (${slice.ofPlace})`,
              figures: [<Money key="budget" pence={slice.budgetPence} />, <Variance key="variance" pence={slice.variancePence} />],
            }))}
          />
        )}
      </Disclosure>
    </div>
  );
}

// How much could move: one stacked bar per agency by class, with the lines behind it, their reason and until when.
import { makeStyles, tokens } from "@fluentui/react-components";
import { lineCell, type LineFinder } from "../../app/selectors/lines";
import { FLEX_CLASSES, type AgencyFlexibility } from "../../app/selectors/suggestions";
import { words } from "../words/words";
import { StackedBar, Swatch } from "./Bars";
import { CellLink } from "./CellLink";
import { Disclosure } from "./Disclosure";
import { Money } from "./Money";
import { Row, Rows } from "./Row";
import { Hint } from "./Section";

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  right: { marginLeft: "auto" },
  item: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
  swatch: { display: "inline-flex", alignItems: "center" },
});

export function FlexSummary({ agencies, find }: { readonly agencies: readonly AgencyFlexibility[]; readonly find: LineFinder }) {
  const styles = useStyles();
  const classes = FLEX_CLASSES.filter((flexClass) => agencies.some((own) => own.slices.some((slice) => slice.class === flexClass)));
  return (
    <>
      <div className={styles.legend}>
        {classes.map((flexClass) => <span key={flexClass} className={styles.swatch}><Swatch flexClass={flexClass} />{words.suggestions.classes[flexClass]}</span>)}
      </div>
      <div>{agencies.map((own) => <OneAgency key={own.agency} own={own} find={find} />)}</div>
    </>
  );
}

function OneAgency({ own, find }: { readonly own: AgencyFlexibility; readonly find: LineFinder }) {
  const styles = useStyles();
  const name = find.agencyName(own.agency);
  const head = (
    <>
      <span className={styles.head}>
        <span>{name}</span>
        <span className={styles.right}><Money pence={own.flexiblePence} strong /> {words.suggestions.flexible}</span>
      </span>
      <StackedBar slices={own.slices} />
    </>
  );
  return (
    <Disclosure head={head}>
      {() => (
        <>
          <Rows>
            {own.slices.map((slice) => (
              <Row key={slice.class} label={<span className={styles.swatch}><Swatch flexClass={slice.class} />{words.suggestions.classes[slice.class]}</span>}>
                <Money pence={slice.pence} />
              </Row>
            ))}
            {own.alignOnlyPence > 0 && <Row label={words.suggestions.alignOnly}><Money pence={own.alignOnlyPence} /></Row>}
          </Rows>
          {own.lines.length === 0 ? <Hint>{words.suggestions.noFlex}</Hint> : own.lines.map(({ line, flexibility }) => (
            <div key={line.id} className={styles.item}>
              <Rows>
                <Row label={<>{line.description} <CellLink cell={lineCell(line)} /></>}>
                  <Money pence={flexibility.flexiblePence > 0 ? flexibility.flexiblePence : flexibility.alignOnlyPence} />
                </Row>
              </Rows>
              <Hint>
                {flexibility.reason} {words.suggestions.recurrence[flexibility.recurrence]}
                {flexibility.until === null ? "" : `, ${words.suggestions.until(flexibility.until)}`}
              </Hint>
            </div>
          ))}
        </>
      )}
    </Disclosure>
  );
}

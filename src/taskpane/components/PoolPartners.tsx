// Who puts what into each pool and bears what of its outturn, as a table that is read out with its headings.
import { makeStyles, tokens } from "@fluentui/react-components";
import { exposures, type PoolPartners } from "../../app/selectors/partners";
import { words } from "../words/words";
import { Bar } from "./Bars";
import { FigureTable } from "./FigureTable";
import { Money, varianceWords } from "./Money";
import { Hint } from "./Section";

const useStyles = makeStyles({
  pool: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  share: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function PoolPartnersList({ pools }: { readonly pools: readonly PoolPartners[] }) {
  const styles = useStyles();
  const over = exposures(pools);
  const { partners: say } = words.pool;
  return (
    <>
      {pools.map((pool) => (
        <div key={pool.pool} className={styles.pool}>
          <p className={styles.title}>{pool.pool}</p>
          <Hint>{say.lead(pool.host, pool.agreement)} {say.outturn(varianceWords(pool.overspendPence))}</Hint>
          <FigureTable
            caption={say.caption(pool.pool)} headings={[say.partner, say.putsIn, say.bears]}
            rows={pool.partners.map((partner) => ({
              id: partner.agency,
              name: <>{partner.name}<span className={styles.share}>{partner.share === null ? say.nothing : say.share(partner.share)}</span><Bar share={partner.size} /></>,
              figures: [<Money key="in" pence={partner.contributionPence} />, <Money key="bears" pence={partner.bearsPence} />],
            }))}
          />
          {pool.elsewherePence !== 0 && <Hint>{say.elsewhere(varianceWords(pool.elsewherePence))}</Hint>}
        </div>
      ))}
      {over.length > 0 && (
        <div className={styles.pool}>
          <p className={styles.title}>{say.allPools}</p>
          <FigureTable
            caption={say.allPools} headings={[say.partner, say.putsIn, say.bears]}
            rows={over.map((one) => ({ id: one.agency, name: one.name, figures: [<Money key="in" pence={one.contributionPence} />, <Money key="bears" pence={one.bearsPence} />] }))}
          />
        </div>
      )}
    </>
  );
}

// Narrows what the page shows: by agency, by outcome, by the approval needed. The suggestions themselves stay as they are.
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { NO_FILTER, type FilterChoices, type MoveFilter } from "../../app/selectors/moveFilter";
import type { LineFinder } from "../../app/selectors/lines";
import { words } from "../words/words";
import { Hint, Section } from "./Section";

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  field: { flexGrow: 1, flexBasis: "120px", minWidth: 0 },
  select: { minWidth: 0 },
});

interface FiltersProps {
  readonly filter: MoveFilter;
  readonly choices: FilterChoices;
  readonly find: LineFinder;
  /** How many virements are shown of how many. */
  readonly shown: number;
  readonly total: number;
  readonly onChange: (filter: MoveFilter) => void;
}

export function SuggestionFilters({ filter, choices, find, shown, total, onChange }: FiltersProps) {
  const styles = useStyles();
  const text = words.suggestions.filters;
  const chosen = filter.agency !== null || filter.outcome !== null || filter.rank !== null;
  return (
    <Section title={text.title}>
      <div className={styles.fields}>
        <One label={text.agency} value={filter.agency} options={choices.agencies.map((id) => ({ value: id, label: find.agencyName(id) }))} onChange={(agency) => onChange({ ...filter, agency })} />
        <One label={text.outcome} value={filter.outcome} options={choices.outcomes.map((id) => ({ value: id, label: id }))} onChange={(outcome) => onChange({ ...filter, outcome })} />
        <One
          label={text.approval} value={filter.rank === null ? null : String(filter.rank)} options={choices.ranks.map((rank) => ({ value: String(rank), label: text.ranks(rank) }))}
          onChange={(rank) => onChange({ ...filter, rank: rank === null ? null : Number(rank) })}
        />
      </div>
      {chosen && <Hint>{text.shown(shown, total)}</Hint>}
      {chosen && <div><Button onClick={() => onChange(NO_FILTER)}>{text.clear}</Button></div>}
    </Section>
  );
}

interface OneProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
}

function One({ label, value, options, onChange }: OneProps) {
  const styles = useStyles();
  return (
    <Field className={styles.field} label={label}>
      <Select className={styles.select} value={value ?? ""} onChange={(_, data) => onChange(data.value === "" ? null : data.value)}>
        <option value="">{words.suggestions.filters.all}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </Select>
    </Field>
  );
}

// Only what touches my budgets: by agency, budget holder, whose decision is awaited, and words.
import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { agenciesConcerned, approversAwaited, holdersConcerned, type ReviewFilter, type ReviewItem } from "../../app/selectors/review";
import type { LineFinder } from "../../app/selectors/lines";
import { words } from "../words/words";

const useStyles = makeStyles({
  // A long agency's name must not make the list wider than the pane.
  filter: { minWidth: 0, "& select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
});

interface ReviewFiltersProps {
  /** Everything there is to choose from. */
  readonly all: readonly ReviewItem[];
  readonly filter: ReviewFilter;
  readonly find: LineFinder;
  readonly onFilter: (filter: ReviewFilter) => void;
}

export function ReviewFilters({ all, filter, find, onFilter }: ReviewFiltersProps) {
  const holders = holdersConcerned(all);
  const awaited = approversAwaited(all);
  const agencies = agenciesConcerned(all, find);
  return (
    <>
      <Choice label={words.review.filterLabel} every={words.review.everyAgency} chosen={filter.agency} choices={agencies.map((id) => [id, find.agencyName(id)])} onChoose={(agency) => onFilter({ ...filter, agency })} />
      {holders.length > 0 && (
        <Choice label={words.review.holderLabel} every={words.review.everyHolder} chosen={filter.holder} choices={holders.map((name) => [name, name])} onChoose={(holder) => onFilter({ ...filter, holder })} />
      )}
      {awaited.length > 1 && (
        <Choice label={words.review.waitsLabel} every={words.review.everyApprover} chosen={filter.waitsOn} choices={awaited.map(({ approver, waiting }) => [approver, `${approver}: ${waiting}`])} onChoose={(waitsOn) => onFilter({ ...filter, waitsOn })} />
      )}
      <Field label={words.review.findLabel}>
        <Input value={filter.text} onChange={(_, data) => onFilter({ ...filter, text: data.value })} />
      </Field>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly every: string;
  readonly chosen: string | null;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, every, chosen, choices, onChoose }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Field label={label}>
      <Select className={styles.filter} value={chosen ?? ""} onChange={(_, data) => onChoose(data.value === "" ? null : data.value)}>
        <option value="">{every}</option>
        {choices.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </Select>
    </Field>
  );
}

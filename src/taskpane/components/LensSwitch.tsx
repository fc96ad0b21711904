// Who funds or who spends: one choice that changes every figure on the page.
import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { Lens } from "../../core/pooling/types";
import { words } from "../words/words";

export function LensSwitch({ lens, onChange }: { readonly lens: Lens; readonly onChange: (lens: Lens) => void }) {
  return (
    <Field label={words.pool.lensLabel} hint={words.pool.lensHints[lens]}>
      <RadioGroup layout="horizontal" value={lens} onChange={(_, data) => onChange(data.value === "spends" ? "spends" : "funds")}>
        <Radio value="funds" label={words.pool.lenses.funds} />
        <Radio value="spends" label={words.pool.lenses.spends} />
      </RadioGroup>
    </Field>
  );
}

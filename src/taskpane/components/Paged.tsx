// A long list a part at a time, so that a large partnership does not hold the pane up.
import { useState, type ReactNode } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import { words } from "../words/words";

const useStyles = makeStyles({ more: { alignSelf: "flex-start" } });

const PART = 50;

interface PagedProps<T> {
  readonly items: readonly T[];
  readonly each: (item: T, index: number) => ReactNode;
}

export function Paged<T>({ items, each }: PagedProps<T>) {
  const styles = useStyles();
  const [shown, setShown] = useState(PART);
  const left = items.length - shown;
  return (
    <>
      {items.slice(0, shown).map(each)}
      {left > 0 && <Button className={styles.more} size="small" onClick={() => setShown(shown + PART)}>{words.showMore(Math.min(PART, left), left)}</Button>}
    </>
  );
}

// Keeps the keyboard's place: when the focused button goes away with what it did, the page's next step takes the focus.
// Inside Office this is more than a courtesy: its own Tab handling leaves the pane when the focus is on nothing that can take it.
import { useEffect, type RefObject } from "react";

/** The id of the one button of a page that is safe to land on: the next thing to do, or in a preview the way back. */
export const NEXT_STEP = "next-step";

const TAKES_FOCUS = "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])";

export function useKeepFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = page.current;
    if (element === null) return undefined;
    let inside = false;
    let byPointer = false;
    const focusIn = (): void => {
      inside = true;
    };
    const pointerDown = ({ target }: PointerEvent): void => {
      byPointer = true;
      // A click on nothing gives the focus up on purpose.
      if (target instanceof Element && target.closest(`${TAKES_FOCUS}, label`) === null) inside = false;
    };
    const keyDown = (): void => {
      byPointer = false;
    };
    const observer = new MutationObserver(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!inside || !lost) return;
      const next = document.getElementById(NEXT_STEP) ?? element.querySelector<HTMLElement>(TAKES_FOCUS);
      // Someone who points should not see the page jump.
      next?.focus({ preventScroll: byPointer });
    });
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener("focusin", focusIn);
    document.addEventListener("pointerdown", pointerDown);
    document.addEventListener("keydown", keyDown);
    return () => {
      observer.disconnect();
      element.removeEventListener("focusin", focusIn);
      document.removeEventListener("pointerdown", pointerDown);
      document.removeEventListener("keydown", keyDown);
    };
  }, [page]);
}

// Light or dark, from Office's own theme where it tells, else from the system; Excel has no event for a change, so it is read again on return.
import { useEffect, useState } from "react";

/** What Office says of its theme; null when it says nothing. */
export type ReadOfficeTheme = () => { readonly isDark: boolean } | null;

const PREFERS_DARK = "(prefers-color-scheme: dark)";

export function useDark(readOfficeTheme: ReadOfficeTheme): boolean {
  const [dark, setDark] = useState(() => isDark(readOfficeTheme));
  useEffect(() => {
    const again = (): void => setDark(isDark(readOfficeTheme));
    const system = window.matchMedia(PREFERS_DARK);
    system.addEventListener("change", again);
    window.addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      system.removeEventListener("change", again);
      window.removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [readOfficeTheme]);
  return dark;
}

function isDark(readOfficeTheme: ReadOfficeTheme): boolean {
  return readOfficeTheme()?.isDark ?? window.matchMedia(PREFERS_DARK).matches;
}

// Plain text for a terminal: columns that line up, lists that are cut with their number said.
/** Pads columns to the widest cell; `right` names the columns whose cells are figures. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[], indent = "  "): string[] {
  const width = (column: number) => Math.max(0, ...rows.map((row) => [...(row[column] ?? "")].length));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const gap = " ".repeat(width(column) - [...cell].length);
      return right.includes(column) ? gap + cell : cell + gap;
    });
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}

/** "1 line", "2 lines". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The first few, and how many more there are. */
export function cut(lines: readonly string[], most: number, more: string): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `  … and ${lines.length - most} more ${more}`];
}

/** Words filled into lines of at most a hundred characters, each with the indent. */
export function filled(text: string, indent: string, width = 100): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}

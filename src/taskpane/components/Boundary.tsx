// A fault of our own while drawing leaves a sentence, never a blank pane.
import { Component, type ReactNode } from "react";
import { words } from "../words/words";

interface BoundaryState {
  readonly broken: boolean;
}

export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { broken: false };

  static getDerivedStateFromError(): BoundaryState {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <div role="alert"><h1>{words.brokeTitle}</h1><p>{words.broke}</p></div>;
  }
}

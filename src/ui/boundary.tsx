// What goes wrong in a part of the page leaves the rest standing: something else is drawn in its place, until it is tried again.
import { Component, type ComponentType, type ReactNode } from 'react';

export interface BoundaryProps {
  children: ReactNode;
  Instead: ComponentType<{ onTryAgain: () => void }>;
}

export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { children, Instead } = this.props;
    return this.state.failed ? <Instead onTryAgain={() => this.setState({ failed: false })} /> : children;
  }
}

import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/EmptyState.tsx';

export interface ErrorBoundaryProps {
  /** Names what broke: "map", "inspector". */
  readonly part: string;
  readonly children: ReactNode;
}

interface Broken {
  readonly message: string | null;
}

/** A part that breaks while drawing says so in its own place; the rest of the window goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Broken> {
  override state: Broken = { message: null };

  static getDerivedStateFromError(error: unknown): Broken {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <ErrorState
        message={`This part (${this.props.part}) could not be drawn: ${message}`}
        hint="The engine goes on polling. Try again; if it happens twice, it is a bug worth reporting."
        onRetry={() => this.setState({ message: null })}
      />
    );
  }
}

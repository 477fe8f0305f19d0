import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
  /** In place of the children, once one of them broke or its code could not be fetched. */
  broken: (error: unknown) => ReactNode
}

/** Keeps what breaks inside of it from blanking the page around it. Another `key` begins anew. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.broken(this.state.error)
  }
}

import { Component, type ReactNode } from 'react'
import { asFailure } from '../data/answers.ts'
import { Button } from '../ui/button.tsx'
import './error-boundary.css'

interface State {
  readonly error: unknown
}

/** A part of the window that fails says so, in its place, and can be tried again; the rest goes on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <div className="error-boundary" role="alert">
        <p>{asFailure(this.state.error).message}</p>
        <p className="error-boundary-soft">What you have done so far is saved.</p>
        <Button onPress={() => this.setState({ error: null })}>Try again</Button>
      </div>
    )
  }
}

import { Component, type ReactNode } from 'react'
import { StartFailed } from './start-failed.tsx'

/** A fault of ours while drawing a page: plain words in its place, nothing saved is touched. */
export class FaultBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <StartFailed
        heading="This page could not be shown"
        message="Something went wrong while it was drawn. What was saved is safe. Close the window and open it again."
      />
    )
  }
}

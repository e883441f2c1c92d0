import { Component, type ReactNode } from 'react'

interface SceneBoundaryProps {
  onCrash: (error: unknown) => void
  /** What is drawn instead. */
  instead: ReactNode
  children: ReactNode
}

/** Catches what a scene throws while it draws, so that only that scene is lost. */
export class SceneBoundary extends Component<SceneBoundaryProps, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error)
  }

  override render(): ReactNode {
    return this.state.crashed ? this.props.instead : this.props.children
  }
}

/** What switches a panel. Rejects when the panel, or the program in between, does not do as it is told. */
export type PanelDriver = {
  control: 'cec' | 'rs232' | 'dpms'
  switchTo: (state: PanelState) => Promise<void>
  /** What the panel says of itself; `unknown` where it says nothing. */
  state: () => Promise<PanelState | 'unknown'>
}

export type PanelState = 'on' | 'off'

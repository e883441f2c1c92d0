import type { EntryTargets, EntryView } from '@akari/protocol'
import type { RuleForm } from './rule-form.ts'

/** What the drawer was opened for: an entry that exists, or a new one that starts from a form. */
export type Opened = { entry: EntryView } | { from: RuleForm; targets: EntryTargets | null }

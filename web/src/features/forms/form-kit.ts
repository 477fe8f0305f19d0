import type { OptionColor } from '@clinch/schema/fields'
import { standardForm, type FormDefinition, type Outcome } from '@clinch/schema/forms'

/** An entry of one of the organization's lists. */
export interface ListEntry {
  id: string
  label: string
  color: OptionColor
}

/** What the organization calls a way in which its calls end. */
export interface OutcomeEntry extends ListEntry {
  /** Which of the outcomes that figures know it is. */
  outcome: Outcome
}

/** What the organization sells. */
export interface PackageEntry {
  id: string
  name: string
  /** What it costs and how it is paid, in words: `3 × $3,000.00`. */
  terms: string
}

/** All that a form is filled in with: how it is asked, and the lists it chooses from, in their order and without what is retired. */
export interface FormKit {
  /** Of the definition; 0 for the form that an organization begins with. */
  version: number
  definition: FormDefinition
  packages: readonly PackageEntry[]
  callOutcomes: readonly OutcomeEntry[]
  opportunityStatuses: readonly ListEntry[]
}

/** The outcomes that can be chosen beside what the answers amount to; none while they do not say. */
export const fittingOutcomes = (kit: FormKit, outcome: Outcome | null): readonly OutcomeEntry[] =>
  kit.callOutcomes.filter((entry) => entry.outcome === outcome)

/** Of an organization that has changed nothing and keeps no lists. */
export const standardKit: FormKit = {
  version: 0,
  definition: standardForm,
  packages: [],
  callOutcomes: [],
  opportunityStatuses: [],
}

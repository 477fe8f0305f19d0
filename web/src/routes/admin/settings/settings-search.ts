import { choiceParam, flagParam, type SearchShape } from '../../../lib/search-params.ts'

/** What the address of the settings page holds. */
export const settingsSearch = {
  tab: choiceParam<'organization' | 'keys'>(['organization', 'keys'], 'organization'),
  /** Whether a key is being made. */
  add: flagParam(),
} satisfies SearchShape

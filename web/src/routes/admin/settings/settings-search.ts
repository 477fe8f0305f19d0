import { ratesSearch } from '../../../lib/page-search.ts'
import { choiceParam, flagParam, textParam, type SearchShape } from '../../../lib/search-params.ts'

export const settingsTabs = [
  'organization',
  'currencies',
  'form',
  'fields',
  'outcomes',
  'packages',
  'portal',
  'plan',
  'import',
  'keys',
  'audit',
  'account',
] as const

export type SettingsTab = (typeof settingsTabs)[number]

/** What the address of the settings page holds. */
export const settingsSearch = {
  tab: choiceParam<SettingsTab>(settingsTabs, 'organization'),
  /** Whether a key is being made. */
  add: flagParam(),
  /** The version of the post-call form that is looked at. */
  version: textParam(),
  /** Of the currencies: which rates are listed, and the day that one is added for. */
  ...ratesSearch,
} satisfies SearchShape

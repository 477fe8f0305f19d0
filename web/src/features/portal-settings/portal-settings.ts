import { graphql } from '../../apollo/generated/index.ts'
import type { PortalSettings_SettingsFragment } from '../../apollo/generated/graphql.ts'

// Spread with `@unmask`.
graphql(`
  fragment PortalSettings_settings on PortalSettings {
    leaderboard
    othersFigures
    leadContacts
    money
  }
`)

/** What a team shows its closers and setters. */
export type PortalSettings = PortalSettings_SettingsFragment

import type { LucideIcon } from 'lucide-react'

/** A page that the sidebar leads to. */
export interface NavEntry {
  to: string
  label: string
  icon: LucideIcon
  /** How many wait there, such as overdue forms; 0 shows nothing. */
  count?: number
  /** Something there needs attention, in words: a dot is shown. */
  attention?: string
}

export interface ShellOrganization {
  id: string
  name: string
}

/** What the shell shows; it asks the server for nothing itself. */
export interface ShellState {
  viewer: { name: string; role: string }
  organization: ShellOrganization
  /** All that the viewer belongs to. */
  organizations: readonly ShellOrganization[]
  /** The pages that the viewer may open, in order; the first four are the tabs of a phone. */
  pages: readonly NavEntry[]
  /** Pages at the sidebar's foot: Settings. */
  footPages: readonly NavEntry[]
  onChooseOrganization: (organizationId: string) => void
  /** Where a further organization is made. */
  createOrganizationTo?: string
  /** The operators' console, for whoever is one. */
  platformTo?: string
  /** Leads to the portal, for who has one. */
  onPortal?: () => void
  onSignOut: () => void
  /** Opens the command palette; without it there is no find box. */
  onFind?: () => void
}

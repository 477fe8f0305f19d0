import { Contact, LayoutDashboard, Phone, Plug, Settings, Users, Wallet } from 'lucide-react'
import type { Viewer } from '../lib/viewer.ts'
import type { NavEntry } from './shell/navigation.ts'

/** What waits on the pages. */
export interface Waiting {
  overdueForms: number
  connectionInNeed: boolean
}

/** The pages that a viewer may open, in order. */
export function pagesFor({ permissions }: Pick<Viewer, 'permissions'>, waiting: Waiting): NavEntry[] {
  const pages: NavEntry[] = [
    { to: '/', label: permissions.includes('READ_ALL_ROWS') ? 'Dashboard' : 'My numbers', icon: LayoutDashboard },
    { to: '/calls', label: 'Calls', icon: Phone, count: waiting.overdueForms },
    { to: '/payments', label: 'Payments', icon: Wallet },
    { to: '/leads', label: 'Leads', icon: Contact },
  ]
  if (permissions.includes('WRITE_ROSTER')) pages.push({ to: '/team', label: 'Team', icon: Users })
  if (permissions.includes('WRITE_CONNECTIONS')) {
    pages.push({
      to: '/integrations',
      label: 'Integrations',
      icon: Plug,
      attention: waiting.connectionInNeed ? 'Needs attention' : undefined,
    })
  }
  return pages
}

/** The pages at the sidebar's foot: the settings hold everybody's own account. */
export const footPagesFor = (): NavEntry[] => [{ to: '/settings', label: 'Settings', icon: Settings }]

import { Ban, CircleCheck, ClockAlert, LogIn, type LucideIcon } from 'lucide-react'
import type { PortalLinkState } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { DateTime, RelativeTime } from '../../components/figures.tsx'
import { StatusLabel } from '../../components/status.tsx'
import type { Tone } from '../../components/tone.ts'
import { formatCount } from '../../lib/format-count.ts'
import type { PortalLink } from './portal-link.ts'

const looks: Readonly<Record<PortalLinkState, { icon: LucideIcon; tone: Tone; label: string }>> = {
  ACTIVE: { icon: CircleCheck, tone: 'good', label: 'Until' },
  USED: { icon: LogIn, tone: 'info', label: 'Opened, until' },
  EXPIRED: { icon: ClockAlert, tone: 'warn', label: 'Expired' },
  REVOKED: { icon: Ban, tone: 'neutral', label: 'Revoked' },
}

export interface PortalLinkRowProps {
  link: PortalLink
  /** Left out where it can be replaced or revoked no more. */
  onReplace?: () => void
  onRevoke?: () => void
  /** It is being replaced. */
  busy?: boolean
}

/** One link: whether it is good and until when, who made it, and when it was last used. */
export function PortalLinkRow({ link, onReplace, onRevoke, busy = false }: PortalLinkRowProps) {
  const { icon, tone, label } = looks[link.state]
  const { lastFour, singleUse, openSessions } = link
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2 last:border-b-0">
      <div className="min-w-48 flex-1">
        <StatusLabel icon={icon} tone={tone}>
          {label} <DateTime at={link.revokedAt ?? link.expiresAt} />
        </StatusLabel>
        <p className="text-small text-pretty text-fg-3">
          <span className="font-mono">
            <span aria-hidden>••••</span>
            {lastFour}
          </span>
          {singleUse && ', opens once'}, made by {link.createdBy}
          {', '}
          {link.lastUsedAt ? (
            <>
              used <RelativeTime at={link.lastUsedAt} />
            </>
          ) : (
            'never used'
          )}
          {openSessions > 0 && `, open on ${formatCount(openSessions)} ${openSessions === 1 ? 'device' : 'devices'}`}
        </p>
      </div>
      {(onReplace ?? onRevoke) && (
        <div className="flex gap-1">
          {onReplace && (
            <Button busy={busy} aria-label={`Replace the link ending in ${lastFour}`} onClick={onReplace}>
              Replace
            </Button>
          )}
          {onRevoke && (
            <Button variant="quiet" aria-label={`Revoke the link ending in ${lastFour}`} onClick={onRevoke}>
              Revoke
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

import { CircleDashed, ClockAlert, KeyRound, PowerOff, ShieldX } from 'lucide-react'
import type { ConnectionHealthState } from '../../apollo/generated/graphql.ts'
import { connectionLooks } from '../../components/connection-looks.ts'
import { Status, StatusLabel } from '../../components/status.tsx'

export interface HealthStatusProps {
  state: ConnectionHealthState
  /** Says what calls for nothing by the icon alone, to those who see it. */
  quiet?: boolean
}

/** How a connection is doing, in a word with a shape of its own. */
export function HealthStatus({ state, quiet = false }: HealthStatusProps) {
  switch (state) {
    case 'HEALTHY':
      return (
        <Status looks={connectionLooks} value="ACTIVE">
          <span className={quiet ? 'sr-only' : ''}>Working</span>
        </Status>
      )
    case 'FAILING':
      return <Status looks={connectionLooks} value="FAILING" />
    case 'REFUSING':
      return (
        <StatusLabel icon={ShieldX} tone="bad">
          Refusing
        </StatusLabel>
      )
    case 'NO_SECRET':
      return (
        <StatusLabel icon={KeyRound} tone="bad">
          No secret
        </StatusLabel>
      )
    case 'WAITING':
      return (
        <StatusLabel icon={ClockAlert} tone="warn">
          Waiting
        </StatusLabel>
      )
    case 'NEVER_USED':
      return (
        <StatusLabel icon={CircleDashed} tone="neutral">
          <span className={quiet ? 'sr-only' : ''}>Nothing yet</span>
        </StatusLabel>
      )
    case 'DISABLED':
      return (
        <StatusLabel icon={PowerOff} tone="neutral">
          Turned off
        </StatusLabel>
      )
  }
}

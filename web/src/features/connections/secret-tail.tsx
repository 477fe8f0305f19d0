import { formatExactDateTime } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'

const dayMs = 86_400_000

/** What is shown of a secret: its last four characters and its age, since when exactly on hover. */
export function SecretTail({ secret }: { secret: { lastFour: string; createdAt: string } }) {
  const now = useNow()
  const { timeZone, locale } = useFormatSettings()
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(secret.createdAt)) / dayMs))
  return (
    <span title={`On file since ${formatExactDateTime(secret.createdAt, { timeZone, locale })}`}>
      <span className="font-mono">
        <span aria-hidden>•••• </span>
        <span className="sr-only">ends in </span>
        {secret.lastFour}
      </span>
      , {days === 0 ? 'new today' : `${days} d`}
    </span>
  )
}

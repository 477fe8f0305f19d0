import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { presetPeriod, type Period } from '../../lib/period.ts'

const RerunDialog = onDemand(async () => (await import('./rerun-dialog.tsx')).RerunDialog)

export interface RerunCreditsProps {
  /** The organization's day today. */
  today: string
  /** What is looked at first; the last 30 days unless said. */
  period?: Period | null
  /** Credits changed: lists and sums that go by them are out of date. */
  onApplied?: () => void
}

/** Credits the payments of a period by the rules again, after showing person by person what that would change. */
export function RerunCredits({ today, period, onApplied }: RerunCreditsProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <RotateCcw aria-hidden size={14} strokeWidth={1.75} />
        Re-run credits…
      </Button>
      {open && (
        <RerunDialog
          today={today}
          firstPeriod={period ?? presetPeriod('last_30_days', today)}
          onClose={() => setOpen(false)}
          onApplied={onApplied}
        />
      )}
    </>
  )
}

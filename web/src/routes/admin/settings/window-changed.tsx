import { RerunCredits } from '../../../features/attribution/rerun-credits.tsx'
import { presetPeriod, todayIn } from '../../../lib/period.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useViewer } from '../../../lib/viewer.ts'

/** After the window of attribution was changed: what came in before was credited by the old one, and can be credited again. */
export function WindowChanged() {
  const { organization } = useViewer()
  const today = todayIn(organization.timeZone, useNow())
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 md:px-6">
      <p className="max-w-140 min-w-0 flex-1 text-pretty text-fg-2">
        Payments that come in from now on are credited by the new window. Those there are keep the credit they have,
        until you look at what would change and have them credited again.
      </p>
      <RerunCredits today={today} period={presetPeriod('last_90_days', today)} />
    </div>
  )
}

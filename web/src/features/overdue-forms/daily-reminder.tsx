import { useState } from 'react'
import { Section } from '../../components/section.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Switch } from '../../components/switch.tsx'

export interface DailyReminderProps {
  settings: { daily: boolean; hour: number }
  /** Does not reject: what failed is said by it. */
  onChange: (change: { daily?: boolean; hour?: number }) => Promise<unknown>
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: new Intl.DateTimeFormat('en-US', { hour: 'numeric', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 1, hour)),
}))

/** Whether closers are reminded by themselves every day, and when. It holds at once. */
export function DailyReminder({ settings: { daily, hour }, onChange }: DailyReminderProps) {
  const [busy, setBusy] = useState(false)
  const change: DailyReminderProps['onChange'] = async (part) => {
    setBusy(true)
    await onChange(part).finally(() => setBusy(false))
  }
  return (
    <Section title="Daily reminder">
      <div className="mt-3 flex max-w-130 flex-col gap-4">
        <Switch
          label="Remind closers every day"
          detail="One mail a day to each closer with forms due, until all are filed. Nobody else is written to."
          checked={daily}
          busy={busy}
          onChange={(on) => void change({ daily: on })}
        />
        {daily && (
          <div className="max-w-60">
            <SelectField
              label="From"
              options={hours}
              value={String(hour)}
              busy={busy}
              onChange={(value) => void change({ hour: Number(value) })}
              hint="By the clock of the organization."
            />
          </div>
        )}
      </div>
    </Section>
  )
}

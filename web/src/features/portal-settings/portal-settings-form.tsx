import { useState } from 'react'
import { FormProblem } from '../../components/form-problem.tsx'
import { Section } from '../../components/section.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Switch } from '../../components/switch.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { PortalPicture } from './portal-picture.tsx'
import type { PortalSettings } from './portal-settings.ts'

export interface PortalSettingsFormProps {
  settings: PortalSettings
  /** Gets what was changed. */
  onSend: (change: Partial<PortalSettings>) => Promise<FormResult<never>>
}

const moneyChoices: readonly { value: PortalSettings['money']; label: string }[] = [
  { value: 'PAYMENTS', label: 'Their own sums, and every payment' },
  { value: 'FIGURES', label: 'Their own sums alone' },
  { value: 'NONE', label: 'Nothing' },
]

const leaderboardChoices: readonly { value: PortalSettings['leaderboard']; label: string }[] = [
  { value: 'NAMES', label: 'Who is where' },
  { value: 'RANKS', label: 'Their own place, the others without names' },
  { value: 'HIDDEN', label: 'Nothing' },
]

/** What closers and setters see, each choice taking effect at once, beside a picture of what that comes to. */
export function PortalSettingsForm({ settings, onSend }: PortalSettingsFormProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (change: Partial<PortalSettings>) => {
    setBusy(true)
    try {
      const result = await onSend(change)
      setProblem(result.ok ? undefined : result.message)
    } finally {
      setBusy(false)
    }
  }
  const { leaderboard, othersFigures, leadContacts, money } = settings
  const chosen = <Choice extends string>(choices: readonly { value: Choice }[], text: string): Choice | undefined =>
    choices.find(({ value }) => value === text)?.value
  return (
    <div className="grid min-h-0 flex-1 content-start overflow-y-auto xl:grid-cols-[minmax(0,1fr)_minmax(0,440px)]">
      <Section title="What closers and setters see">
        <p className="mt-1 max-w-130 text-pretty text-fg-2">
          In their portal, in this app and through the API alike. Their calls, forms and rates are always theirs to see;
          nobody sees the calls of somebody else.
        </p>
        <div className="mt-5 flex max-w-130 flex-col gap-5">
          <FormProblem message={problem} />
          <SelectField
            label="Money on their calls"
            options={moneyChoices}
            value={money}
            busy={busy}
            onChange={(text) => void send({ money: chosen(moneyChoices, text) ?? money })}
            hint="What a closer writes into a form stays on the form."
          />
          <SelectField
            label="Leaderboard"
            options={leaderboardChoices}
            value={leaderboard}
            busy={busy}
            onChange={(text) => void send({ leaderboard: chosen(leaderboardChoices, text) ?? leaderboard })}
            hint="Closers see closers, setters see setters."
          />
          <Switch
            label="Figures of others on the leaderboard"
            detail="Off, everybody sees places, and no figure but their own."
            checked={othersFigures}
            busy={busy}
            disabled={leaderboard === 'HIDDEN'}
            onChange={(on) => void send({ othersFigures: on })}
          />
          <Switch
            label="How to reach leads"
            detail="Email addresses and phone numbers. Off, they also find nobody by them."
            checked={leadContacts}
            busy={busy}
            onChange={(on) => void send({ leadContacts: on })}
          />
        </div>
      </Section>
      <div className="border-line px-4 py-4 max-xl:border-t md:px-6 xl:border-l">
        <PortalPicture settings={settings} />
      </div>
    </div>
  )
}

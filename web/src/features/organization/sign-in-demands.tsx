import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormProblem } from '../../components/form-problem.tsx'
import { Section } from '../../components/section.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Switch } from '../../components/switch.tsx'
import { TextLink } from '../../components/text-link.tsx'
import type { FormResult } from '../../lib/form-result.ts'

/** What an organization asks of its members' sessions. */
export interface Demands {
  secondFactorRequired: boolean
  /** In hours; null where unused sessions end with the others. */
  sessionIdleHours: number | null
}

export interface SignInDemandsProps {
  demands: Demands
  /** Whether the viewer has a second step, without which they would shut themselves out. */
  hasSecondFactor: boolean
  /** Where the viewer turns on their own. */
  accountTo: string
  /** Gets what was changed; an idle time of 0 stands for none. */
  onSend: (change: Partial<{ secondFactorRequired: boolean; sessionIdleHours: number }>) => Promise<FormResult<never>>
}

const idleTimes = [0, 1, 2, 4, 8, 12, 24, 72]
const idleLabel = (hours: number): string =>
  hours === 0 ? 'After seven days, used or not' : `After ${hours} ${hours === 1 ? 'hour' : 'hours'} without use`

/** How safely members sign in: whether a second step is demanded of them, and when a session that nobody uses ends. Both hold at once. */
export function SignInDemands({ demands, hasSecondFactor, accountTo, onSend }: SignInDemandsProps) {
  const { secondFactorRequired, sessionIdleHours } = demands
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send: SignInDemandsProps['onSend'] = async (change) => {
    setBusy(true)
    const result = await onSend(change)
    setBusy(false)
    setProblem(result.ok ? undefined : result.message)
    return result
  }
  const idle = sessionIdleHours ?? 0
  const choices = [...new Set([...idleTimes, idle])].sort((one, other) => one - other)
  return (
    <Section title="Signing in">
      <div className="mt-3 flex max-w-130 flex-col gap-5">
        <FormProblem message={problem} />
        <Switch
          label="Demand the second step of everybody"
          checked={secondFactorRequired}
          busy={busy}
          disabled={!secondFactorRequired && !hasSecondFactor}
          onChange={(on) => (on ? setAsked(true) : void send({ secondFactorRequired: false }))}
          detail={
            hasSecondFactor || secondFactorRequired ? (
              'Members are let in once signing in asks them for a code of their phone as well. API keys and portal links work as before.'
            ) : (
              <>
                First turn on your own, in <TextLink to={accountTo}>your account</TextLink>: you would be shut out
                otherwise.
              </>
            )
          }
        />
        <div className="max-w-110">
          <SelectField
            label="A session ends"
            options={choices.map((hours) => ({ value: String(hours), label: idleLabel(hours) }))}
            value={String(idle)}
            busy={busy}
            onChange={(hours) => void send({ sessionIdleHours: Number(hours) })}
            hint="Of everybody who belongs here, on all of their devices."
          />
        </div>
      </div>
      {asked && (
        <Dialog
          open
          onOpenChange={setAsked}
          title="Demand the second step of everybody?"
          description="Whoever has none is shut out at once, also in the middle of something, and shown how to turn it on. The team page tells who has one."
          actions={
            <>
              <Button size="md" onClick={() => setAsked(false)}>
                Cancel
              </Button>
              <Button
                size="md"
                variant="primary"
                busy={busy}
                onClick={() => void send({ secondFactorRequired: true }).then(() => setAsked(false))}
              >
                Demand it
              </Button>
            </>
          }
        />
      )}
    </Section>
  )
}

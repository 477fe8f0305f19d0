import { ShieldCheck, ShieldOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import { StatusLabel } from '../../components/status.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { PasswordForm } from './password-form.tsx'
import type { SecondFactorAnswer } from './second-factor-api.ts'
import { KeepCodes, SecondFactorSetup, type SecondFactorSetupProps } from './second-factor-setup.tsx'

export interface SecondFactorSectionProps extends Pick<SecondFactorSetupProps, 'begin' | 'finish'> {
  isOn: boolean
  /** The organization that lets nobody in without; null where none does. */
  demandedBy: string | null
  end: (password: string) => Promise<FormResult<string>>
  renewCodes: (password: string) => Promise<SecondFactorAnswer<readonly string[]>>
  /** It was turned on or off. */
  onChanged: () => void
}

type Asked = 'none' | 'set-up' | 'end' | 'renew'

/** The second step of signing in: whether it is on, and what can be done about it. */
export function SecondFactorSection({
  isOn,
  demandedBy,
  begin,
  finish,
  end,
  renewCodes,
  onChanged,
}: SecondFactorSectionProps) {
  const [asked, setAsked] = useState<Asked>('none')
  const close = () => setAsked('none')
  return (
    <Section title="Second step">
      <div className="mt-2 flex max-w-130 flex-col items-start gap-3">
        <StatusLabel icon={isOn ? ShieldCheck : ShieldOff} tone={isOn ? 'good' : 'neutral'}>
          {isOn ? 'On: signing in asks for a code' : 'Off: the password alone signs in'}
        </StatusLabel>
        <p className="text-pretty text-fg-2">
          {isOn
            ? 'Somebody who learns your password still cannot sign in without your phone or a recovery code.'
            : 'With an authenticator app on your phone, a password that got about is of no use to others.'}
        </p>
        <div className="flex flex-wrap gap-2">
          {isOn ? (
            <>
              <Button size="md" onClick={() => setAsked('renew')}>
                New recovery codes
              </Button>
              <Button size="md" variant="danger-secondary" onClick={() => setAsked('end')}>
                Turn it off
              </Button>
            </>
          ) : (
            <Button size="md" onClick={() => setAsked('set-up')}>
              Turn it on
            </Button>
          )}
        </div>
      </div>
      {asked === 'set-up' && <SecondFactorSetup begin={begin} finish={finish} onTurnedOn={onChanged} onClose={close} />}
      {asked === 'renew' && <RenewDialog renewCodes={renewCodes} onClose={close} />}
      {asked === 'end' && (
        <Dialog
          open
          onOpenChange={(open) => !open && close()}
          title="Turn the second step off?"
          description={
            demandedBy === null
              ? 'Your password alone signs in again, and the recovery codes are worth nothing.'
              : `${demandedBy} demands it: you are shut out there until you turn it on again. The recovery codes are worth nothing from then on.`
          }
          actions={null}
        >
          <PasswordForm
            label="Turn it off"
            danger
            onSend={end}
            onDone={() => {
              notify.done('The second step is off')
              onChanged()
              close()
            }}
            onCancel={close}
          />
        </Dialog>
      )}
    </Section>
  )
}

function RenewDialog({ renewCodes, onClose }: Pick<SecondFactorSectionProps, 'renewCodes'> & { onClose: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <KeepCodes title="Your new recovery codes" codes={codes} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Make new recovery codes?"
      description="The ones that you have now are worth nothing from then on."
      actions={null}
    >
      <PasswordForm
        label="Make new codes"
        onSend={async (password) => {
          const answer = await renewCodes(password)
          if (answer.ok) setCodes(answer.value)
          return answer
        }}
        onDone={() => undefined}
        onCancel={onClose}
      />
    </Dialog>
  )
}

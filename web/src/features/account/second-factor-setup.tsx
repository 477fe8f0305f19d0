import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import type { FormResult } from '../../lib/form-result.ts'
import { CodeForm } from './code-form.tsx'
import { secretOf } from './otp-secret.ts'
import { PasswordForm } from './password-form.tsx'
import { QrPicture } from './qr-picture.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import type { SecondFactorAnswer, SecondFactorSecret } from './second-factor-api.ts'

export interface SecondFactorSetupProps {
  begin: (password: string) => Promise<SecondFactorAnswer<SecondFactorSecret>>
  finish: (code: string) => Promise<FormResult<string>>
  /** It is on; the codes are still being looked at. */
  onTurnedOn: () => void
  onClose: () => void
}

/** Three steps: the password, the app, the recovery codes. Until the app has given a code, nothing is changed. */
export function SecondFactorSetup({ begin, finish, onTurnedOn, onClose }: SecondFactorSetupProps) {
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null)
  const [isOn, setIsOn] = useState(false)
  // Closed by Esc or a stray press the codes would be gone: while they are shown, only the button closes.
  const close = (open: boolean) => !open && !isOn && onClose()

  if (!secret) {
    return (
      <Dialog
        open
        onOpenChange={close}
        title="Turn on the second step"
        description="After your password, signing in then asks for a code of an authenticator app on your phone."
        actions={null}
      >
        <PasswordForm
          label="Continue"
          onSend={async (password) => {
            const answer = await begin(password)
            if (answer.ok) setSecret(answer.value)
            return answer
          }}
          onDone={() => undefined}
          onCancel={onClose}
        />
      </Dialog>
    )
  }
  if (!isOn) {
    return (
      <Dialog
        open
        onOpenChange={close}
        title="Scan this with your app"
        description="With any authenticator app. Then give its first code back."
        actions={null}
      >
        <div className="flex flex-col gap-4">
          <div className="flex justify-center">
            <QrPicture text={secret.totpUri} label="QR code for the authenticator app" />
          </div>
          <CopyField
            label="Or type this key into the app"
            text={secretOf(secret.totpUri) ?? secret.totpUri}
            hint="Shown here, once."
          />
          <CodeForm
            onSend={finish}
            onDone={() => {
              setIsOn(true)
              onTurnedOn()
            }}
            onCancel={onClose}
          />
        </div>
      </Dialog>
    )
  }
  return <KeepCodes title="The second step is on" codes={secret.recoveryCodes} onClose={onClose} />
}

/** The last look at the recovery codes. */
export function KeepCodes({ title, codes, onClose }: { title: string; codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={() => undefined}
      title={title}
      description="Keep these codes where you find them without your phone, such as a password manager."
      actions={
        <Button size="md" variant="primary" onClick={onClose}>
          I have kept them
        </Button>
      }
    >
      <RecoveryCodes codes={codes} />
    </Dialog>
  )
}

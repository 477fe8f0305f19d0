import { Lock } from 'lucide-react'
import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CreditSection_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useMay } from '../../lib/viewer.ts'
import { CreditForm, type CreditFormProps } from './credit-form.tsx'
import { CreditSuggestions } from './credit-suggestions.tsx'
import { creditedNames } from './credited-names.ts'
import { UndoCredit } from './undo-credit.tsx'
import { UnlockCredit, type UnlockCreditProps } from './unlock-credit.tsx'
import { useCreditByHand, type CreditByHandInput } from './use-credit-by-hand.ts'
import { useUnlock } from './use-unlock.ts'

const fragment = graphql(`
  fragment CreditSection_payment on Payment {
    id
    amount {
      amount
      currency
    }
    customerName
    customerEmail
    lead {
      id
      fullName
    }
    event {
      id
    }
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    attribution {
      method
      locked
      decidedBy
      history {
        id
      }
    }
  }
`)

type Standing = 'locked' | 'not_credited' | 'by_rules'

const standingWords: Readonly<Record<Standing, string>> = {
  locked: 'Credited by hand. Clinch leaves it alone until it is unlocked.',
  not_credited: 'No call was found for it. The rules look again whenever a booking comes in.',
  by_rules: 'Credited by the rules. Clinch may revise it if a better match arrives.',
}

function StandingBadge({ standing }: { standing: Standing }) {
  if (standing === 'not_credited') return <Badge tone="warn">Not credited</Badge>
  if (standing === 'by_rules') return <Badge tone="good">By the rules</Badge>
  return (
    <Badge tone="accent">
      <Lock aria-hidden size={12} strokeWidth={1.75} />
      Locked
    </Badge>
  )
}

export interface CreditSectionProps {
  payment: FragmentType<CreditSection_PaymentFragment>
  /** The credit is another one now: sums that go by it are out of date. */
  onChanged?: () => void
}

/** How the credit stands, and what may be done about it: credit by hand, or hand it back to the rules. */
export function CreditSection({ payment, onChanged }: CreditSectionProps) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const { locale } = useFormatSettings()
  const may = useMay('WRITE_PAYMENTS')
  const [editing, setEditing] = useState(false)
  // What held the focus goes away with the form and with the lock: the button that comes in its place takes it.
  const [takesFocus, setTakesFocus] = useState(false)
  const close = () => {
    setEditing(false)
    setTakesFocus(true)
  }
  if (!complete) return null
  const { id, attribution, lead, customerName, customerEmail } = data
  const standing = attribution.locked ? 'locked' : attribution.method === 'NONE' ? 'not_credited' : 'by_rules'
  const customer = customerName ?? lead?.fullName ?? customerEmail ?? 'an unknown customer'
  return (
    <Section title="Credit" action={<StandingBadge standing={standing} />}>
      <p className="mt-1 text-small text-pretty text-fg-2">{standingWords[standing]}</p>
      {may && !editing && standing === 'not_credited' && <CreditSuggestions paymentId={id} onChanged={onChanged} />}
      {may && !editing && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            key={standing}
            autoFocus={takesFocus}
            onBlur={() => setTakesFocus(false)}
            variant={standing === 'not_credited' ? 'primary' : 'secondary'}
            onClick={() => setEditing(true)}
          >
            {standing === 'locked' ? 'Change the credit' : 'Credit by hand'}
          </Button>
          {standing === 'locked' && (
            <UndoCredit paymentId={id} decisionId={attribution.history[0]?.id} onChanged={onChanged} />
          )}
          {standing === 'locked' && (
            <OpenUnlock
              paymentId={id}
              what={`${formatMoney(data.amount, { locale })} from ${customer}`}
              names={creditedNames(data)}
              decidedBy={attribution.decidedBy ?? 'somebody'}
              onConfirm={() => setTakesFocus(true)}
              onChanged={onChanged}
            />
          )}
        </div>
      )}
      {may && editing && (
        <OpenForm
          paymentId={id}
          leadId={lead?.id ?? null}
          leadName={lead?.fullName ?? null}
          creditedCallId={data.event?.id ?? null}
          firstSearch={lead ? '' : (customerName ?? '')}
          onClose={close}
          onChanged={onChanged}
        />
      )}
    </Section>
  )
}

interface OpenFormProps extends CreditByHandInput, Pick<CreditFormProps, 'leadName' | 'creditedCallId'> {
  onClose: () => void
}

function OpenForm({ leadName, creditedCallId, onClose, ...input }: OpenFormProps) {
  const server = useCreditByHand(input)
  return (
    <CreditForm {...server} leadName={leadName} creditedCallId={creditedCallId} onDone={onClose} onCancel={onClose} />
  )
}

interface OpenUnlockProps extends Omit<UnlockCreditProps, 'onUnlock' | 'onDone'> {
  paymentId: string
  /** It is being unlocked: this may be gone before the answer is read. */
  onConfirm: () => void
  onChanged?: () => void
}

function OpenUnlock({ paymentId, onConfirm, onChanged, ...props }: OpenUnlockProps) {
  const unlock = useUnlock(paymentId)
  const confirm: UnlockCreditProps['onUnlock'] = (clientMutationId) => {
    onConfirm()
    return unlock(clientMutationId)
  }
  return <UnlockCredit {...props} onUnlock={confirm} onDone={() => onChanged?.()} />
}

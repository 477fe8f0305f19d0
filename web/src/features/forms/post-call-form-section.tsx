import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CallStatus } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { useThumbs } from '../../lib/use-media-query.ts'
import { useMay } from '../../lib/viewer.ts'
import { useFormDraft } from './form-draft.ts'
import type { FormCall } from './form-call.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { useOutbox, useUnsentForm } from './outbox-context.ts'
import { UnsentFormNote } from './unsent-form-note.tsx'

/** Its code, with all the rules, is fetched where a form is filled in; a form that was filed is read without it. */
const FormToFile = lazy(async () => ({ default: (await import('./form-to-file.tsx')).FormToFile }))

/** Read where a form was filed; where one is due, the form itself is. */
const FiledFormSummary = onDemand(async () => (await import('./filed-form-summary.tsx')).FiledFormSummary)

export const postCallFormSection = graphql(`
  fragment PostCallFormSection_event on Event {
    id
    leadName
    status
    overdue
    duplicateOf {
      id
    }
    closer {
      id
      name
    }
    postCallForm {
      ...PostCallFormParts_form @unmask
    }
  }
`)

/** Why a form that nobody filed is not waited for. */
const notDue: Readonly<Record<CallStatus, string>> = {
  SCHEDULED: 'Due once the call is over.',
  COMPLETED: 'Nobody has filed it.',
  NO_SHOW: 'Nobody has filed it.',
  CANCELED: 'Not needed: the call was canceled.',
  RESCHEDULED: 'Not needed: the call was moved.',
}

/** A copy counts nowhere, and so would its form. */
const copyWords = 'Not needed: this is a copy of another call, whose form counts.'

export interface PostCallFormSectionProps {
  call: FragmentType<typeof postCallFormSection>
  /** The form was filed or amended, and what the page shows of this call is current already. */
  onFiled: () => void
}

/** The post-call form of a call: to be filed once it is due, shown once it is, and amended in its place. */
export function PostCallFormSection({ call, onFiled }: PostCallFormSectionProps) {
  const { data, complete } = useFragment({
    fragment: postCallFormSection,
    fragmentName: 'PostCallFormSection_event',
    from: call,
  })
  return complete ? <FormOfCall key={data.id} call={data} onFiled={onFiled} /> : null
}

function FormOfCall({ call, onFiled }: { call: FormCall; onFiled: () => void }) {
  const isCopy = call.duplicateOf !== null
  const mayFile = useMay('SUBMIT_FORMS') && !isCopy
  const touch = useThumbs()
  const draft = useFormDraft(call.id)
  const [begun, setBegun] = useState(draft.read)
  const outbox = useOutbox()
  const unsent = useUnsentForm(call.id)
  // One that waits on this device is read until it is taken back.
  const [writing, setWriting] = useState(mayFile && unsent === null && (call.overdue || begun !== null))
  const againRef = useRef<HTMLButtonElement>(null)
  const handBackFocus = useRef(false)
  const filed = call.postCallForm

  // The form that held the focus is gone: what opens it again has it next, and the panel keeps hearing its keys.
  useEffect(() => {
    if (writing || !handBackFocus.current) return
    handBackFocus.current = false
    againRef.current?.focus({ preventScroll: true })
  }, [writing])

  const takeBack = () => {
    if (!unsent) return
    draft.keep(unsent.draft)
    setBegun(unsent.draft)
    outbox?.drop(call.id)
    setWriting(true)
  }
  const leave = () => {
    draft.drop()
    setBegun(null)
    handBackFocus.current = true
    setWriting(false)
  }
  if (writing) {
    return (
      <Section title="Post-call form">
        <Suspense fallback={<FormSkeleton />}>
          <FormToFile call={call} begun={begun} onKeep={draft.keep} onFiled={onFiled} onLeave={leave} />
        </Suspense>
      </Section>
    )
  }
  if (unsent) {
    return (
      <Section title="Post-call form">
        <UnsentFormNote form={unsent} onChange={takeBack} />
      </Section>
    )
  }
  const action = mayFile && (
    <Button ref={againRef} size={touch ? 'touch' : 'sm'} onClick={() => setWriting(true)}>
      {filed ? 'Amend form' : 'File form'}
    </Button>
  )
  return (
    <Section title="Post-call form" action={action}>
      {filed ? (
        <FiledFormSummary eventId={call.id} form={filed} />
      ) : (
        <p className="mt-1 text-fg-3">
          {isCopy ? copyWords : call.overdue ? 'Nobody has filed it.' : notDue[call.status]}
        </p>
      )}
    </Section>
  )
}

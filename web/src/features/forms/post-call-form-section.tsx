import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CallStatus, PostCallFormSection_EventFragment } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { Section } from '../../components/section.tsx'
import type { Unmasked } from '@apollo/client/masking'
import { useThumbs } from '../../lib/use-media-query.ts'
import { useMay, useViewer } from '../../lib/viewer.ts'
import { FiledFormSummary } from './filed-form-summary.tsx'
import { answersOf, noAnswers } from './form-answers.ts'
import { useFormDraft } from './form-draft.ts'
import { formSentence } from './form-words.ts'
import { PostCallForm } from './post-call-form.tsx'
import { useFileForm } from './use-file-form.ts'

export const postCallFormSection = graphql(`
  fragment PostCallFormSection_event on Event {
    id
    leadName
    status
    overdue
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

type Call = Unmasked<PostCallFormSection_EventFragment>

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

function FormOfCall({ call, onFiled }: { call: Call; onFiled: () => void }) {
  const { currency } = useViewer().organization
  const mayFile = useMay('SUBMIT_FORMS')
  const touch = useThumbs()
  const draft = useFormDraft(call.id)
  const [begun, setBegun] = useState(draft.read)
  const [writing, setWriting] = useState(mayFile && (call.overdue || begun !== null))
  const againRef = useRef<HTMLButtonElement>(null)
  const handBackFocus = useRef(false)
  const filed = call.postCallForm

  // The form that held the focus is gone: what opens it again has it next, and the panel keeps hearing its keys.
  useEffect(() => {
    if (writing || !handBackFocus.current) return
    handBackFocus.current = false
    againRef.current?.focus({ preventScroll: true })
  }, [writing])

  const leave = () => {
    draft.drop()
    setBegun(null)
    handBackFocus.current = true
    setWriting(false)
  }
  const { send, loadAgain } = useFileForm(call.id, (form) => {
    notify.done(form.version === 1 ? 'Form filed' : 'Form amended', {
      detail: `${call.leadName}: ${formSentence(form)}`,
    })
    onFiled()
  })

  if (writing) {
    const answers = filed ? answersOf(filed) : noAnswers
    return (
      <Section title="Post-call form">
        <div className="mt-1">
          <PostCallForm
            leadName={call.leadName}
            currency={currency}
            begin={begun ?? { answers, version: filed?.version ?? 0 }}
            onType={(typed, version) => draft.keep({ answers: typed, version })}
            send={send}
            loadAgain={loadAgain}
            onDone={leave}
            {...(call.overdue && begun === null
              ? {}
              : { cancel: { label: begun ? 'Discard draft' : 'Cancel', onPress: leave } })}
          />
        </div>
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
        <FiledFormSummary form={filed} />
      ) : (
        <p className="mt-1 text-fg-3">{call.overdue ? 'Nobody has filed it.' : notDue[call.status]}</p>
      )}
    </Section>
  )
}

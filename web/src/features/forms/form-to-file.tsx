import { LoadError } from '../../apollo/load-error.tsx'
import { notify } from '../../components/notify.ts'
import { useViewer } from '../../lib/viewer.ts'
import { filedAnswers, withFiled } from './filed-answers.ts'
import { answersOf, noAnswers } from './form-answers.ts'
import type { FormDraft } from './form-draft.ts'
import { standardKit } from './form-kit.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { formSentence } from './form-words.ts'
import { useOutbox } from './outbox-context.ts'
import type { FormCall } from './form-call.ts'
import { PostCallForm } from './post-call-form.tsx'
import { useFileForm } from './use-file-form.ts'
import { useFormKit } from './use-form-kit.ts'

export { formKitQuery } from './use-form-kit.ts'

export interface FormToFileProps {
  call: FormCall
  begun: FormDraft | null
  onKeep: (draft: FormDraft) => void
  onFiled: () => void
  onLeave: () => void
}

/** The form of a call, asked as the organization does. */
export function FormToFile({ call, begun, onKeep, onFiled, onLeave }: FormToFileProps) {
  const { kit: current, error, refetch } = useFormKit()
  const outbox = useOutbox()
  const filed = call.postCallForm
  const kit = current && filed ? withFiled(current, filed) : current
  const { send, loadAgain, prepare } = useFileForm({
    eventId: call.id,
    kit: kit ?? standardKit,
    onFormChanged: refetch,
    onFiled: (form) => {
      notify.done(form.version === 1 ? 'Form filed' : 'Form amended', {
        detail: `${call.leadName}: ${formSentence(form)}`,
      })
      // An older one that waits for this call is out of date.
      outbox?.drop(call.id)
      onFiled()
    },
    keepUnsent:
      outbox === null
        ? undefined
        : (input, unsent) =>
            outbox.put({
              eventId: call.id,
              leadName: call.leadName,
              input,
              draft: unsent,
              keptAt: new Date().toISOString(),
              problem: null,
            }),
  })
  const { currency } = useViewer().organization
  if (!kit) {
    if (error) return <LoadError title="The form did not load" error={error} onRetry={() => void refetch()} />
    return <FormSkeleton />
  }
  const answers = filed ? answersOf(filedAnswers(filed)) : noAnswers
  return (
    <div className="mt-1">
      <WhoseCall call={call} />
      <PostCallForm
        leadName={call.leadName}
        currency={currency}
        kit={kit}
        begin={begun ?? { answers, version: filed?.version ?? 0 }}
        onType={(typed, version) => onKeep({ answers: typed, version })}
        onBegin={prepare}
        send={send}
        loadAgain={loadAgain}
        onDone={onLeave}
        {...(call.overdue && begun === null
          ? {}
          : { cancel: { label: begun ? 'Discard draft' : 'Cancel', onPress: onLeave } })}
      />
    </div>
  )
}

/** Whose call it is, for somebody who files the form in their place. */
function WhoseCall({ call: { closer } }: { call: FormCall }) {
  const { role, name } = useViewer()
  if (role === 'SALES_REP' || !closer || closer.name === name) return null
  return <p className="mb-1 text-small text-fg-3">You file this for {closer.name}, whose call it is.</p>
}

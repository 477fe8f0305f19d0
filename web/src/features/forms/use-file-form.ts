import { useApolloClient } from '@apollo/client/react'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { fetchCode } from '../../apollo/unreachable-error.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { useViewer } from '../../lib/viewer.ts'
import type { FormAnswers } from './form-answers.ts'
import type { FormDraft } from './form-draft.ts'
import type { FormKit } from './form-kit.ts'
import type { LoadResult, SendResult } from './send-result.ts'
import type { FiledForm } from './post-call-form-parts.ts'

/** What files a form comes when somebody is about to answer one: a call is shown without it. */
const filing = () => fetchCode(() => import('./file-form.ts'))

export interface FileForm {
  send: (answers: FormAnswers, version: number) => Promise<SendResult>
  loadAgain: () => Promise<LoadResult>
  /** What the form will be sent with is fetched, while there is a network. */
  prepare: () => void
}

export interface FileFormInput {
  eventId: string
  /** How the form is asked, as far as that is known. */
  kit: FormKit
  /** The organization asks its form otherwise by now: it has to be fetched anew. */
  onFormChanged: () => Promise<unknown>
  onFiled: (form: FiledForm) => void
  /** Keeps what cannot be sent now until it can; false where it cannot be kept. Without it, nothing is kept. */
  keepUnsent?: ((input: SubmitPostCallFormInput, draft: FormDraft) => boolean) | undefined
}

/** Files the form of one call. The same answers sent twice are one act, also where the first answer was lost on the way. */
export function useFileForm({ eventId, kit, onFormChanged, onFiled, keepUnsent }: FileFormInput): FileForm {
  const client = useApolloClient()
  const { currency } = useViewer().organization
  const named = useNamedAct()

  const send = async (answers: FormAnswers, version: number): Promise<SendResult> => {
    const { fileForm, inputOf } = await filing()
    const act = named(inputOf({ eventId, answers, version, currency, kit }))
    const came = await fileForm(client, act, kit)
    if (came.kind === 'filed') {
      onFiled(came.form)
      return { ok: true }
    }
    if (came.kind === 'unreachable' && keepUnsent?.(act, { answers, version })) return { ok: true }
    if (came.kind === 'asked differently') await onFormChanged()
    return came.said
  }
  const loadAgain = async (): Promise<LoadResult> => (await filing()).loadFormAgain(client, eventId)
  // It is fetched again when it is needed, which then says that it cannot be had.
  const prepare = () => void filing().catch(() => undefined)
  return { send, loadAgain, prepare }
}

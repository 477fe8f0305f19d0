import { useApolloClient, useMutation } from '@apollo/client/react'
import { useRef } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { useViewer } from '../../lib/viewer.ts'
import { questionNames } from '@clinch/schema/forms'
import { submitMutation } from './submit-mutation.ts'
import { filedAnswers } from './filed-answers.ts'
import { answersOf, type AnswerPath, type FormAnswers } from './form-answers.ts'
import { toFormInput } from './form-input.ts'
import type { FormDraft } from './form-draft.ts'
import type { FormKit } from './form-kit.ts'
import { formSentence } from './form-words.ts'
import type { LoadResult, SendResult } from './post-call-form.tsx'
import type { FiledForm } from './post-call-form-parts.ts'

const againQuery = graphql(`
  query PostCallFormAgain($id: ID!) {
    event(id: $id) {
      id
      ...CallRow_event
      ...CallHead_event
      ...CallMoney_event
      ...CallTimeline_event
      postCallForm {
        ...PostCallFormParts_form @unmask
      }
    }
  }
`)

/** Where the form can show what is wrong. */
const pathsOf = ({ definition }: FormKit): readonly AnswerPath[] => [
  ...questionNames,
  ...definition.fields.map(({ key }) => `fields.${key}` as const),
]

const latestOf = (form: FiledForm): Extract<LoadResult, { ok: true }> => ({
  ok: true,
  latest: {
    version: form.version,
    answers: answersOf(filedAnswers(form)),
    sentence: formSentence(form),
    by: form.versions[0]?.submittedByName ?? form.submittedByName,
    at: form.amendedAt ?? form.submittedAt,
  },
})

export interface FileForm {
  send: (answers: FormAnswers, version: number) => Promise<SendResult>
  loadAgain: () => Promise<LoadResult>
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
  const { organization } = useViewer()
  const [submit] = useMutation(submitMutation)
  const sent = useRef<{ text: string; id: string }>(null)

  const send = async (answers: FormAnswers, version: number): Promise<SendResult> => {
    const input: SubmitPostCallFormInput = {
      eventId,
      expectedVersion: version,
      ...toFormInput(answers, organization.currency, kit),
    }
    const text = JSON.stringify(input)
    if (sent.current?.text !== text) sent.current = { text, id: crypto.randomUUID() }
    const act = { ...input, clientMutationId: sent.current.id }
    try {
      const { data } = await submit({ variables: { input: act } })
      if (data) onFiled(data.submitPostCallForm.postCallForm)
      return { ok: true }
    } catch (error) {
      const { code, title, fields } = readError(error)
      if (code === 'NETWORK' && keepUnsent?.(act, { answers, version })) return { ok: true }
      if (fields.some(({ path }) => path === 'definitionVersion')) {
        await onFormChanged()
        return {
          ok: false,
          message:
            'The form is asked differently since you opened it. Your answers are kept: look them over, then send them again.',
        }
      }
      return code === 'CONFLICT' ? { ok: false, conflict: true, message: title } : refusalOf(error, pathsOf(kit))
    }
  }

  const loadAgain = async (): Promise<LoadResult> => {
    try {
      const { data } = await client.query({
        query: againQuery,
        variables: { id: eventId },
        fetchPolicy: 'network-only',
      })
      const form = data?.event?.postCallForm
      return form ? latestOf(form) : { ok: false, message: 'The form is not there any more' }
    } catch (error) {
      const { title, advice } = readError(error)
      return { ok: false, message: `${title}. ${advice}` }
    }
  }
  return { send, loadAgain }
}

import { useApolloClient, useMutation } from '@apollo/client/react'
import { useRef } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { useViewer } from '../../lib/viewer.ts'
import { answersOf, noAnswers, type FormAnswers } from './form-answers.ts'
import { toFormInput } from './form-input.ts'
import { formSentence } from './form-words.ts'
import type { LoadResult, SendResult } from './post-call-form.tsx'
import type { FiledForm } from './post-call-form-parts.ts'

/** Answers with all that a form changes of its call, so that the table, the record and the form show it at once. */
const submitMutation = graphql(`
  mutation SubmitPostCallForm($input: SubmitPostCallFormInput!) {
    submitPostCallForm(input: $input) {
      postCallForm {
        ...PostCallFormParts_form @unmask
      }
      event {
        id
        ...CallRow_event
        ...CallHead_event
        ...CallMoney_event
        ...CallTimeline_event
        ...PostCallFormSection_event
      }
    }
  }
`)

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

const fieldNames = Object.keys(noAnswers).filter((name): name is keyof FormAnswers => name in noAnswers)

const latestOf = (form: FiledForm): Extract<LoadResult, { ok: true }> => ({
  ok: true,
  latest: {
    version: form.version,
    answers: answersOf(form),
    sentence: formSentence(form),
    by: form.versions[0]?.submittedByName ?? form.submittedByName,
    at: form.amendedAt ?? form.submittedAt,
  },
})

export interface FileForm {
  send: (answers: FormAnswers, version: number) => Promise<SendResult>
  loadAgain: () => Promise<LoadResult>
}

/** Files the form of one call. The same answers sent twice are one act, also where the first answer was lost on the way. */
export function useFileForm(eventId: string, onFiled: (form: FiledForm) => void): FileForm {
  const client = useApolloClient()
  const { organization } = useViewer()
  const [submit] = useMutation(submitMutation)
  const sent = useRef<{ text: string; id: string }>(null)

  const send = async (answers: FormAnswers, version: number): Promise<SendResult> => {
    const input: SubmitPostCallFormInput = {
      eventId,
      expectedVersion: version,
      ...toFormInput(answers, organization.currency),
    }
    const text = JSON.stringify(input)
    if (sent.current?.text !== text) sent.current = { text, id: crypto.randomUUID() }
    try {
      const { data } = await submit({ variables: { input: { ...input, clientMutationId: sent.current.id } } })
      if (data) onFiled(data.submitPostCallForm.postCallForm)
      return { ok: true }
    } catch (error) {
      const { code, title } = readError(error)
      return code === 'CONFLICT' ? { ok: false, conflict: true, message: title } : refusalOf(error, fieldNames)
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

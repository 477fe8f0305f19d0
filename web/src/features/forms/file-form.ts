import type { ApolloClient } from '@apollo/client'
import { questionNames } from '@clinch/schema/forms'
import { graphql } from '../../apollo/generated/index.ts'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { filedAnswers } from './filed-answers.ts'
import { answersOf, type AnswerPath, type FormAnswers } from './form-answers.ts'
import { toFormInput } from './form-input.ts'
import type { FormKit } from './form-kit.ts'
import { formSentence } from './form-words.ts'
import type { LoadResult, SendResult } from './send-result.ts'
import type { FiledForm } from './post-call-form-parts.ts'
import { submitMutation } from './submit-mutation.ts'

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

/** What a form is filed with, but for the name of the act. */
export const inputOf = (form: {
  eventId: string
  answers: FormAnswers
  version: number
  currency: string
  kit: FormKit
}): SubmitPostCallFormInput => ({
  eventId: form.eventId,
  expectedVersion: form.version,
  ...toFormInput(form.answers, form.currency, form.kit),
})

/** What sending a form came to: it is filed, or what is said of it beside the form. */
export type Filing =
  { kind: 'filed'; form: FiledForm } | { kind: 'unreachable' | 'asked differently' | 'refused'; said: SendResult }

/** Sends the form of a call. */
export async function fileForm(client: ApolloClient, input: SubmitPostCallFormInput, kit: FormKit): Promise<Filing> {
  try {
    const { data } = await client.mutate({ mutation: submitMutation, variables: { input } })
    if (!data) throw new Error('The form was sent, and the answer says nothing of it')
    return { kind: 'filed', form: data.submitPostCallForm.postCallForm }
  } catch (error) {
    const { code, title, fields } = readError(error)
    if (fields.some(({ path }) => path === 'definitionVersion')) {
      const message =
        'The form is asked differently since you opened it. Your answers are kept: look them over, then send them again.'
      return { kind: 'asked differently', said: { ok: false, message } }
    }
    return {
      kind: code === 'NETWORK' ? 'unreachable' : 'refused',
      said: code === 'CONFLICT' ? { ok: false, conflict: true, message: title } : refusalOf(error, pathsOf(kit)),
    }
  }
}

/** The form of a call as the server has it now. */
export async function loadFormAgain(client: ApolloClient, eventId: string): Promise<LoadResult> {
  try {
    const { data } = await client.query({ query: againQuery, variables: { id: eventId }, fetchPolicy: 'network-only' })
    const form = data?.event?.postCallForm
    return form ? latestOf(form) : { ok: false, message: 'The form is not there any more' }
  } catch (error) {
    const { title, advice } = readError(error)
    return { ok: false, message: `${title}. ${advice}` }
  }
}

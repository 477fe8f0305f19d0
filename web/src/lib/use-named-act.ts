import { useRef } from 'react'

/**
 * Names an act by what is sent: the same input sent again is the same act, also where the first answer was lost on the way, and an input
 * that was changed meanwhile is another, which the API would refuse under the name of the first. For what lasts as long as one form does.
 */
export function useNamedAct(): <Input extends object>(input: Input) => Input & { clientMutationId: string } {
  const sent = useRef<{ text: string; id: string }>(null)
  return (input) => {
    const text = JSON.stringify(input)
    if (sent.current?.text !== text) sent.current = { text, id: crypto.randomUUID() }
    return { ...input, clientMutationId: sent.current.id }
  }
}

import type { ReactNode } from 'react'
import { FormProblem, type FormProblemText } from './form-problem.tsx'

export interface FormFrameProps {
  /** Sends it; the form is never sent by the browser itself. */
  onSubmit: () => Promise<void>
  /** What is wrong with the form as a whole. */
  problem: FormProblemText | undefined
  /** What is typed into it is worth nothing once it is left, such as a name that confirms. */
  isPassing?: boolean
  children: ReactNode
}

/** A form in a column, checked by us and not by the browser, with what is wrong with it as a whole at its top. */
export function FormFrame({ onSubmit, problem, isPassing = false, children }: FormFrameProps) {
  return (
    <form
      noValidate
      data-passing={isPassing || undefined}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      <FormProblem message={problem} />
      {children}
    </form>
  )
}

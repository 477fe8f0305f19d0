import { CircleAlert } from 'lucide-react'
import type { WayOut } from '../lib/form-result.ts'
import { TextLink } from './text-link.tsx'

export interface FormProblemText {
  message: string
  wayOut?: WayOut
}

/** What is wrong with a form as a whole; announced when it appears. The place is kept in the page so that it can be. */
export function FormProblem({ message: problem }: { message: string | FormProblemText | undefined }) {
  const { message, wayOut } = typeof problem === 'string' ? { message: problem, wayOut: undefined } : (problem ?? {})
  return (
    <div role="alert" className="empty:absolute">
      {message && (
        <div className="flex items-start gap-2 rounded-sm bg-bad-soft px-3 py-2 text-bad">
          <CircleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-[3px]" />
          <p>
            {message}
            {wayOut && (
              <>
                . <TextLink to={wayOut.to}>{wayOut.label}</TextLink>
              </>
            )}
          </p>
        </div>
      )}
    </div>
  )
}

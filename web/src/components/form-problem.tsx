import { CircleAlert } from 'lucide-react'

/** What is wrong with a form as a whole; announced when it appears. The place is kept in the page so that it can be. */
export function FormProblem({ message }: { message: string | undefined }) {
  return (
    <div role="alert" className="empty:absolute">
      {message && (
        <p className="flex items-start gap-2 rounded-sm bg-bad-soft px-3 py-2 text-bad">
          <CircleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-[3px]" />
          {message}
        </p>
      )}
    </div>
  )
}

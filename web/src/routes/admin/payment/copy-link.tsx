import { Link2 } from 'lucide-react'
import { IconButton } from '../../../components/button.tsx'
import { notify } from '../../../components/notify.ts'

/** Copies the address of a record's own page, which shows the same to whoever may see it. */
export function CopyLink({ to }: { to: string }) {
  const copy = () => {
    const address = new URL(to, window.location.origin).href
    navigator.clipboard.writeText(address).then(
      () => notify.done('Link copied'),
      () => notify.problem('The browser did not let us copy', { detail: address }),
    )
  }
  return (
    <IconButton label="Copy link" onClick={copy}>
      <Link2 aria-hidden size={14} strokeWidth={1.75} />
    </IconButton>
  )
}

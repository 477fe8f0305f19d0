import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from './button.tsx'
import { dismissNotice, useNotices, type ShownNotice } from './notify.ts'
import { toneText } from './tone.ts'

const stayMs = 6000

const looks = {
  done: { icon: CircleCheck, tone: 'good' },
  news: { icon: Info, tone: 'info' },
  problem: { icon: CircleAlert, tone: 'bad' },
} as const

/** Where notices appear: bottom right, above everything, announced without interrupting. Render it once; `notify` fills it. */
export function Toaster() {
  const notices = useNotices()
  const listRef = useRef<HTMLOListElement>(null)

  // Alt+T goes to the newest notice: its button would else be the last of the page to be reached by Tab.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyT') return
      event.preventDefault()
      listRef.current?.querySelector<HTMLElement>('li:last-child button')?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <section aria-label="Notices" aria-live="polite" aria-relevant="additions" aria-keyshortcuts="Alt+T">
      <ol
        ref={listRef}
        className="pointer-events-none fixed inset-x-4 bottom-18 z-50 flex flex-col items-end gap-2 md:right-6 md:bottom-6 md:left-auto"
      >
        {notices.map((notice) => (
          <Toast key={notice.id} {...notice} />
        ))}
      </ol>
    </section>
  )
}

function Toast({ id, kind, title, detail, action }: ShownNotice) {
  const [held, setHeld] = useState(false)
  const stays = kind === 'problem'

  // While it is pointed at or focused, it waits: nobody loses an Undo that they were about to press.
  useEffect(() => {
    if (stays || held) return
    const timer = setTimeout(() => dismissNotice(id), stayMs)
    return () => clearTimeout(timer)
  }, [id, stays, held])

  const { icon: Icon, tone } = looks[kind]
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full animate-[float-in_var(--base)_var(--ease-out)] items-start gap-3 rounded-md bg-raised py-3 pr-2 pl-4 shadow-(--shadow-menu) md:w-94"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={`mt-0.5 ${toneText[tone]}`} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {detail && <p className="text-small text-fg-2">{detail}</p>}
      </div>
      {action && (
        <button
          type="button"
          className="min-h-6 rounded-xs font-medium whitespace-nowrap text-accent hover:underline"
          onClick={() => {
            dismissNotice(id)
            action.onPress()
          }}
        >
          {action.label}
        </button>
      )}
      <span className="-my-1 inline-flex text-fg-3">
        <IconButton label="Dismiss" onClick={() => dismissNotice(id)}>
          <X aria-hidden size={14} strokeWidth={1.75} />
        </IconButton>
      </span>
    </li>
  )
}

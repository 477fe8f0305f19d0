import { ChevronDown, ChevronUp, Maximize2, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { isTyping } from '../lib/is-typing.ts'
import { useReturnFocus } from '../lib/use-return-focus.ts'
import { useMediaQuery, wideEnough } from '../lib/use-media-query.ts'
import { iconButtonClass } from './button-class.ts'
import { IconButton } from './button.tsx'

export interface SidePanelProps {
  /** The record's name: heads the panel and names it. */
  title: string
  /** A line below it. */
  subtitle?: ReactNode
  /** Where it stands in the list, such as `7 of 138`. */
  position?: string
  /** Left out at the ends of the list. */
  onPrevious?: () => void
  onNext?: () => void
  onClose: () => void
  /** The record's own page. */
  pageTo?: To
  /** More buttons for the bar: copy link. */
  bar?: ReactNode
  children: ReactNode
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/**
 * A record beside its list: 448 px, over the list below 1280, the whole page below 768. Takes the focus when it opens and gives
 * it back when it closes; Esc closes, j and k go on to the next and the previous record.
 */
export function SidePanel(props: SidePanelProps) {
  const besides = useMediaQuery(wideEnough.tablet)
  return besides ? <PanelBesides {...props} /> : <PanelAsPage {...props} />
}

const keysOf =
  ({ onPrevious, onNext, onClose }: SidePanelProps) =>
  (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    // A portalled menu's keys bubble here through React; they are the menu's own.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (!isTyping(event.target)) {
      if (event.key === 'j') onNext?.()
      if (event.key === 'k') onPrevious?.()
    }
  }

function PanelBesides(props: SidePanelProps) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.focus({ preventScroll: true })
    const panel = ref.current
    return () => {
      const held = panel?.contains(document.activeElement) || document.activeElement === document.body
      if (held && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={props.title}
      onKeyDown={keysOf(props)}
      className="absolute inset-y-0 right-0 z-20 flex w-(--panel) animate-[slide-in_var(--slow)_var(--ease-out)] flex-col border-l border-line bg-raised shadow-(--shadow-panel)! outline-none xl:static xl:shrink-0"
    >
      <PanelBar {...props} />
      <PanelBody
        {...props}
        heading={<h2 className="text-[18px] leading-6 font-semibold tracking-[-0.014em]">{props.title}</h2>}
      />
    </section>
  )
}

function PanelAsPage(props: SidePanelProps) {
  const contentRef = useRef<HTMLDivElement>(null)
  const returnFocus = useReturnFocus()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          {...returnFocus}
          onOpenAutoFocus={(event) => {
            returnFocus.onOpenAutoFocus()
            event.preventDefault()
            contentRef.current?.focus()
          }}
          ref={contentRef}
          className="fixed inset-0 z-30 flex flex-col bg-raised outline-none"
        >
          <PanelBar {...props} />
          <PanelBody
            {...props}
            heading={
              <Dialog.Title asChild>
                <h2 className="text-[18px] leading-6 font-semibold tracking-[-0.014em]">{props.title}</h2>
              </Dialog.Title>
            }
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PanelBar({ position, onPrevious, onNext, onClose, pageTo, bar }: SidePanelProps) {
  return (
    <div className="flex h-11 shrink-0 items-center gap-0.5 border-b border-line pr-3 pl-4">
      <IconButton label="Previous" aria-keyshortcuts="k" disabled={!onPrevious} onClick={onPrevious}>
        <ChevronUp {...icon} />
      </IconButton>
      <IconButton label="Next" aria-keyshortcuts="j" disabled={!onNext} onClick={onNext}>
        <ChevronDown {...icon} />
      </IconButton>
      {position && <span className="ml-2 text-small text-fg-3">{position}</span>}
      <div className="ml-auto flex items-center gap-0.5">
        {bar}
        {pageTo !== undefined && (
          <Link to={pageTo} aria-label="Open page" title="Open page" className={iconButtonClass({})}>
            <Maximize2 {...icon} size={14} />
          </Link>
        )}
        <IconButton label="Close" aria-keyshortcuts="Escape" onClick={onClose}>
          <X {...icon} />
        </IconButton>
      </div>
    </div>
  )
}

function PanelBody({ subtitle, children, heading }: SidePanelProps & { heading: ReactNode }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="px-4 pt-4 md:px-6">
        {heading}
        {subtitle && <div className="text-fg-2">{subtitle}</div>}
      </div>
      <div className="divide-y divide-line">{children}</div>
    </div>
  )
}

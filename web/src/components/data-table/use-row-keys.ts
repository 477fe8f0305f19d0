import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isTyping } from '../../lib/is-typing.ts'

export interface RowKeys {
  /** j and k, or the arrows: the next and the previous row. */
  onMove: (step: 1 | -1) => void
  /** Enter. */
  onOpen: () => void
  /** x */
  onToggle: () => void
  /** Esc; answers whether there was anything to leave, so that another listener may have the key. */
  onEscape: () => boolean
}

const floats = '[role="dialog"],[role="menu"],[role="listbox"]'

/** Keys of a list: heard while the focus is in it, or nowhere in particular. Never while somebody types or a menu is open. */
export function useRowKeys(wrapperRef: RefObject<HTMLElement | null>, keys: RowKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
    const target = event.target instanceof Element ? event.target : document.body
    const nowhere = target === document.body || target === document.documentElement
    if (!nowhere && (!wrapperRef.current?.contains(target) || target.closest(floats))) return
    const onRow = nowhere || target.getAttribute('role') === 'row' || target.matches('tr, li')
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
    if (step === 1 || step === -1) keys.onMove(step)
    else if (event.key === 'Enter' && onRow) keys.onOpen()
    else if (event.key === 'x') keys.onToggle()
    else if (event.key !== 'Escape' || !keys.onEscape()) return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

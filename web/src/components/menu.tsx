import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { KeyCap } from './key-cap.tsx'

const itemClass =
  'flex h-7 items-center gap-2 rounded-xs px-2 outline-none select-none data-disabled:text-fg-off data-highlighted:bg-(--hover) data-highlighted:shadow-none pointer-coarse:h-(--control-touch)'

export interface MenuProps {
  /** A Button, IconButton or Chip. */
  trigger: ReactNode
  align?: 'start' | 'end'
  side?: 'bottom' | 'top' | 'right'
  children: ReactNode
}

/** Actions behind a button; arrows, typing and Esc as anywhere. */
export function Menu({ trigger, align = 'end', side = 'bottom', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-54 floating overflow-y-auto p-1 data-[state=open]:outline-none"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export interface MenuItemProps {
  icon?: LucideIcon
  /** Shown as a key cap; the page that owns the key listens for it. */
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  onSelect?: () => void
  /** Goes to a page instead of doing something. */
  to?: To
  children: ReactNode
}

export function MenuItem({ icon: Icon, shortcut, danger = false, disabled, onSelect, to, children }: MenuItemProps) {
  const content = (
    <>
      {Icon && <Icon aria-hidden size={14} strokeWidth={1.75} className={danger ? '' : 'text-fg-3'} />}
      <span className="truncate">{children}</span>
      {shortcut && (
        <span className="ml-auto pl-4">
          <KeyCap>{shortcut}</KeyCap>
        </span>
      )}
    </>
  )
  const className = danger ? `${itemClass} text-bad` : itemClass
  if (to !== undefined) {
    return (
      <DropdownMenu.Item asChild disabled={disabled} className={className}>
        <Link to={to}>{content}</Link>
      </DropdownMenu.Item>
    )
  }
  return (
    <DropdownMenu.Item disabled={disabled} onSelect={onSelect} aria-keyshortcuts={shortcut} className={className}>
      {content}
    </DropdownMenu.Item>
  )
}

export interface MenuChoicesProps<Value extends string> {
  label: string
  choices: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of several inside a menu, the chosen one ticked: an organization, a theme. */
export function MenuChoices<Value extends string>({ label, choices, value, onChange }: MenuChoicesProps<Value>) {
  const choose = (next: string) => {
    const choice = choices.find((each) => each.value === next)
    if (choice) onChange(choice.value)
  }
  return (
    <>
      <DropdownMenu.Label className="px-2 py-1 text-small text-fg-3">{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={value} onValueChange={choose} aria-label={label}>
        {choices.map((choice) => (
          <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={itemClass}>
            <span className="w-3.5">
              <DropdownMenu.ItemIndicator>
                <Check aria-hidden size={14} strokeWidth={2} className="text-accent" />
              </DropdownMenu.ItemIndicator>
            </span>
            <span className="truncate">{choice.label}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 border-t border-line" />
}

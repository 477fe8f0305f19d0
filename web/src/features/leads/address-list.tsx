import { MoreHorizontal } from 'lucide-react'
import { IconButton } from '../../components/button.tsx'
import { Menu, MenuItem } from '../../components/menu.tsx'
import type { LeadRecord } from './lead-record.ts'

const learnedWords = (learnedFrom: string): string =>
  ({ booking: 'from a booking', import: 'from an import' })[learnedFrom] ?? `from ${learnedFrom}`

export interface AddressListProps {
  label: string
  addresses: LeadRecord['emails']
  /** `mailto:` or `tel:`. */
  scheme: string
  /** Left out for somebody who may not change them. */
  acts?: { onMakePrimary: (address: string) => void; onRemove: (address: string) => void }
}

/** The addresses that somebody is known by, the one that they go by first, and how each was learnt. */
export function AddressList({ label, addresses, scheme, acts }: AddressListProps) {
  return (
    <ul aria-label={label}>
      {addresses.map(({ address, isPrimary, learnedFrom }) => (
        <li key={address} className="flex min-h-7 items-center gap-2">
          <span className="min-w-0 flex-1 leading-6">
            <a href={`${scheme}:${address}`} className="quiet-link break-all">
              {address}
            </a>{' '}
            <span className="text-small text-fg-3">{isPrimary ? 'goes by this' : learnedWords(learnedFrom)}</span>
          </span>
          {acts && (
            <Menu
              trigger={
                <IconButton variant="quiet" label={`More about ${address}`}>
                  <MoreHorizontal aria-hidden size={16} strokeWidth={1.75} />
                </IconButton>
              }
            >
              {!isPrimary && <MenuItem onSelect={() => acts.onMakePrimary(address)}>Go by this</MenuItem>}
              <MenuItem danger onSelect={() => acts.onRemove(address)}>
                Take it off
              </MenuItem>
            </Menu>
          )}
        </li>
      ))}
    </ul>
  )
}

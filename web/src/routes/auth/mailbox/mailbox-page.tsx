import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { buttonClass } from '../../../components/button-class.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { RelativeTime } from '../../../components/figures.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Facts } from '../../../components/section.tsx'
import { classNames } from '../../../lib/class-names.ts'
import { actionOf, partsOf, type ShownMail } from './mail.ts'

export interface MailboxPageProps {
  /** The newest first. */
  mails: readonly ShownMail[]
  onReload: () => void
}

/** What would have been sent: a list, and beside it one mail as text. On a phone the mail takes the list's place. */
export function MailboxPage({ mails, onReload }: MailboxPageProps) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const open = mails.find(({ key }) => key === openKey)
  return (
    <div className="flex h-dvh flex-col">
      <PageHeader title="Development mailbox" note="Shown here instead of being sent">
        <Button onClick={onReload}>
          <RotateCw aria-hidden size={14} strokeWidth={1.75} />
          Look again
        </Button>
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      </PageHeader>
      {mails.length === 0 ? (
        <main className="flex flex-1 flex-col">
          <EmptyState title="No mail yet">
            Invitations, confirmations and links for new passwords stand here while no e-mail provider is connected.
          </EmptyState>
        </main>
      ) : (
        <div className="flex min-h-0 flex-1">
          <nav
            aria-label="Mails"
            className={classNames(
              'min-h-0 w-full overflow-y-auto border-line md:w-96 md:shrink-0 md:border-r',
              open && 'max-md:hidden',
            )}
          >
            {mails.map((mail) => (
              <MailRow
                key={mail.key}
                mail={mail}
                current={mail === (open ?? null)}
                onOpen={() => setOpenKey(mail.key)}
              />
            ))}
          </nav>
          <main className={classNames('min-w-0 flex-1 overflow-y-auto', !open && 'max-md:hidden')}>
            {open ? (
              <MailText key={open.key} mail={open} onBack={() => setOpenKey(null)} />
            ) : (
              <p className="px-6 py-5 text-fg-3">Choose a mail to read it.</p>
            )}
          </main>
        </div>
      )}
    </div>
  )
}

function MailRow({ mail, current, onOpen }: { mail: ShownMail; current: boolean; onOpen: () => void }) {
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={onOpen}
      className="flex w-full flex-col gap-0.5 border-b border-line px-4 py-2.5 text-left hover:bg-(--hover) focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-[current]:bg-accent-soft md:px-6"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{mail.subject}</span>
        <span className="shrink-0 text-small text-fg-3">
          <RelativeTime at={mail.at} />
        </span>
      </span>
      <span className="truncate text-fg-2">{mail.to}</span>
    </button>
  )
}

function MailText({ mail, onBack }: { mail: ShownMail; onBack: () => void }) {
  const action = actionOf(mail.text)
  return (
    <article aria-label={mail.subject} className="max-w-170 px-4 py-5 md:px-6">
      <span className="mb-3 inline-block md:hidden">
        <Button onClick={onBack}>All mails</Button>
      </span>
      <h2 className="mb-3 text-title font-semibold tracking-(--track-title)">{mail.subject}</h2>
      <Facts
        facts={[
          { term: 'To', value: mail.to },
          { term: 'When', value: <RelativeTime at={mail.at} /> },
        ]}
      />
      {action !== null && (
        <p className="mt-4">
          {/* A full load, as from a real mail: the link may lead to the server itself. */}
          <a href={action} className={buttonClass({ variant: 'primary', size: 'md' })}>
            Open the mail’s link
          </a>
        </p>
      )}
      <pre className="mt-4 border-t border-line pt-4 font-sans text-reading break-words whitespace-pre-wrap">
        {partsOf(mail.text).map(({ text, href }, index) =>
          href === null ? (
            text
          ) : (
            <a key={index} href={href} className="rounded-xs break-all quiet-link">
              {text}
            </a>
          ),
        )}
      </pre>
    </article>
  )
}

import { useState } from 'react'
import { readError, refusalOf } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DateTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { PortalLinkForm } from './portal-link-form.tsx'
import type { PortalLink, PortalPerson } from './portal-link.ts'
import type { NewPortalLink, PortalLinks } from './use-portal-links.ts'

/** Makes a link for somebody; `onMade` shows it. */
export function CreateLinkDialog({
  person,
  create,
  onMade,
  onClose,
}: {
  person: PortalPerson
  create: PortalLinks['create']
  onMade: (made: NewPortalLink) => void
  onClose: () => void
}) {
  const send = async (values: Parameters<PortalLinks['create']>[0]) => {
    try {
      const made = await create(values)
      if (made) onMade(made)
      return { ok: true } as const
    } catch (error) {
      return refusalOf(error, [])
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`A portal link for ${person.name}`}
      description="With it they see their own calls and file their forms, without a password. It takes no seat."
      actions={null}
    >
      <PortalLinkForm onSend={send} onCancel={onClose} />
    </Dialog>
  )
}

/** Shows a new link, once. */
export function NewLinkDialog({
  person,
  made: { link, url },
  onClose,
}: {
  person: PortalPerson
  made: NewPortalLink
  onClose: () => void
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Send this link to ${person.name}`}
      description={
        <>
          {link.singleUse ? 'It can be opened once, ' : 'It can be opened '}until <DateTime at={link.expiresAt} />.
          Whoever has it sees what they see: send it to them alone.
        </>
      }
      actions={
        <Button size="md" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField label="Portal link" text={url} hint="Shown here, once. A lost link is replaced in one click." />
    </Dialog>
  )
}

/** Asks before a link is revoked, which cannot be taken back. */
export function RevokeLinkDialog({
  person,
  link,
  revoke,
  onClose,
}: {
  person: PortalPerson
  link: PortalLink
  revoke: PortalLinks['revoke']
  onClose: () => void
}) {
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    try {
      await revoke(link.id)
      notify.done(`A portal link of ${person.name} was revoked`)
      onClose()
    } catch (error) {
      setBusy(false)
      const { title, advice } = readError(error)
      notify.problem(title, { detail: advice })
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke the link of ${person.name}, ending in ${link.lastFour}?`}
      description={
        link.openSessions === 0
          ? 'It stops working at once, and cannot be taken back.'
          : 'It stops working at once, and whoever is in by it is signed out. It cannot be taken back.'
      }
      actions={
        <>
          <Button size="md" onClick={onClose}>
            Keep the link
          </Button>
          <Button size="md" variant="danger" busy={busy} onClick={() => void act()}>
            Revoke the link
          </Button>
        </>
      }
    />
  )
}

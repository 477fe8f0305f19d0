import { useCallback, useState } from 'react'
import type { Location } from 'react-router'
import { LoadError } from '../../../apollo/load-error.tsx'
import { notify } from '../../../components/notify.ts'
import { FormBuilder } from '../../../features/form-builder/form-builder.tsx'
import { keepDraft, readKeptDraft, type KeptDraft } from '../../../features/form-builder/kept-draft.ts'
import { VersionList } from '../../../features/form-builder/version-list.tsx'
import { noAnswers } from '../../../features/forms/form-answers.ts'
import { standardKit } from '../../../features/forms/form-kit.ts'
import { PostCallForm } from '../../../features/forms/post-call-form.tsx'
import { useFormKit } from '../../../features/forms/use-form-kit.ts'
import { readSearch, useSearchState } from '../../../lib/search-params.ts'
import { useViewer } from '../../../lib/viewer.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { settingsSearch } from './settings-search.ts'
import { useFormSettings } from './use-form-settings.ts'

const isHere = ({ pathname, search }: Location): boolean =>
  pathname === '/settings' && readSearch(settingsSearch, new URLSearchParams(search)).tab === 'form'

/** What the organization's post-call form asks. */
export function FormTab() {
  const { id: viewerId, organization } = useViewer()
  const [{ version }, change] = useSearchState(settingsSearch)
  const shownVersion = version === '' || Number.isNaN(Number(version)) ? null : Number(version)
  const { reading, inForce, usage, versions, shown, past, save } = useFormSettings({ shownVersion })
  const { kit } = useFormKit()
  const owner = `${organization.id}.${viewerId}`
  const [kept] = useState(() => readKeptDraft(owner))
  const onKeep = useCallback((draft: KeptDraft | null) => keepDraft(owner, draft), [owner])
  if (!inForce) {
    if (reading.error)
      return <LoadError title="The form did not load" error={reading.error} onRetry={() => void reading.refetch()} />
    return <FormSkeleton label="Loading the form" />
  }
  const onShow = (next: number | null) => change({ version: next === null ? '' : String(next) }, { replace: true })
  return (
    <FormBuilder
      inForce={inForce}
      kept={kept}
      onKeep={onKeep}
      past={past}
      usage={usage ?? null}
      onSave={save}
      shown={shown}
      onShow={onShow}
      isHere={isHere}
      history={
        <VersionList
          versions={versions.rows}
          inForce={inForce.version}
          shown={shownVersion}
          onShow={onShow}
          onMore={versions.hasMore ? versions.loadMore : undefined}
        />
      }
      preview={(definition) => (
        <PostCallForm
          leadName="Amira Saleh"
          currency={organization.currency}
          kit={{ ...(kit ?? standardKit), definition }}
          size="touch"
          begin={{ answers: noAnswers, version: 0 }}
          onType={() => undefined}
          send={() => Promise.resolve({ ok: true })}
          loadAgain={() => Promise.resolve({ ok: false, message: 'There is nothing to load.' })}
          onDone={() =>
            notify.news('The form is complete', { detail: 'A rep’s would be filed now. The preview files nothing.' })
          }
        />
      )}
    />
  )
}

import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'
import { loadClosers, loadSetters } from '../../roster/service/index.ts'
import type { Rerun } from './rerun-input.ts'

/** Whom the filter names is on the roster: what is written by mistake is not taken for nobody. */
export async function refuseStrangers(tx: Tx, { filter }: Pick<Rerun, 'filter'>): Promise<void> {
  const [closerIds, setterIds] = [filter?.closerIds ?? [], filter?.setterIds ?? []]
  const [closers, setters] = [await loadClosers(tx, closerIds), await loadSetters(tx, setterIds)]
  if (closerIds.some((id) => !closers.has(id))) throw notFound('closer')
  if (setterIds.some((id) => !setters.has(id))) throw notFound('setter')
}

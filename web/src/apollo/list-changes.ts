import { notify } from '../components/notify.ts'
import { tryAct } from './try-act.ts'

/** An entry of a list that people keep in an order of their own. */
export interface KeptEntry {
  id: string
  label: string
}

/** What is done with a list at once, without a dialog; what fails is said in a corner. */
export interface ListChanges {
  sort: (ids: readonly string[]) => Promise<void>
  retire: (entry: KeptEntry) => void
  restore: (entry: KeptEntry) => void
}

/** What is asked of the API. Each call is an act of its own, named by `clientMutationId`. */
export interface ListActs {
  reorder: (input: { ids: string[]; clientMutationId: string }) => Promise<unknown>
  retire: (input: { id: string; clientMutationId: string }) => Promise<unknown>
  restore: (input: { id: string; clientMutationId: string }) => Promise<unknown>
}

export interface ListWords {
  /** Of an entry that is there again: `is sold again`. */
  restored: string
  /** What becomes of the rows that name an entry which is retired. */
  kept: string
}

/** Sorts, retires and restores the entries of a list, and reads it anew after each. What was retired can be undone. */
export function listChanges(
  reload: () => Promise<unknown>,
  acts: ListActs,
  { restored, kept }: ListWords,
): ListChanges {
  const act = async (once: (clientMutationId: string) => Promise<unknown>, said?: () => void): Promise<void> => {
    if (await tryAct(() => once(crypto.randomUUID()))) said?.()
    await tryAct(reload)
  }
  const restore = ({ id, label }: KeptEntry): void =>
    void act(
      (clientMutationId) => acts.restore({ id, clientMutationId }),
      () => notify.done(`${label} ${restored}`),
    )
  return {
    sort: (ids) => act((clientMutationId) => acts.reorder({ ids: [...ids], clientMutationId })),
    restore,
    retire: (entry) =>
      void act(
        (clientMutationId) => acts.retire({ id: entry.id, clientMutationId }),
        () =>
          notify.done(`${entry.label} is retired`, {
            detail: kept,
            action: { label: 'Undo', onPress: () => restore(entry) },
          }),
      ),
  }
}

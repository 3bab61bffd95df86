import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useDelete, useRestore, type Versioned } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { useUndoOffer } from './useUndoOffer'

/** Deletes at once and offers to take it back, instead of asking first. Resolves with whether anything was deleted. */
export function useUndoableDelete(object: ObjectType) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offer = useUndoOffer()
  const remove = useDelete(object.name)
  const restore = useRestore(object.name)

  const undo = async (ids: string[]) => {
    try {
      await restore.mutateAsync(ids)
      message.success(t('delete.restored', { count: ids.length }))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const offerUndo = (deleted: readonly Versioned[]) => {
    const ids = deleted.map((row) => row.id)
    offer(t('delete.done', { count: ids.length, label: object.label }), () => undo(ids))
  }
  const run = async (rows: readonly Versioned[]): Promise<boolean> => {
    try {
      const deleted = await remove.mutateAsync(rows)
      if (deleted.length) offerUndo(deleted)
      if (deleted.length < rows.length) message.warning(t('delete.refused', { count: rows.length - deleted.length }))
      return deleted.length > 0
    } catch (error) {
      message.error(asProblem(error).message || t('state.failed'))
      return false
    }
  }
  return { run, isPending: remove.isPending }
}

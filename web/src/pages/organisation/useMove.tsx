import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { usePatch } from '~/api/records'
import { useUndoOffer } from '~/engine/shared/useUndoOffer'
import { find, parentOf, type Department } from './tree'

/** Puts a department below another one, or at the top where there is none, and offers to take it back. */
export function useMove(tree: readonly Department[]) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offer = useUndoOffer()
  const patch = usePatch('departments')
  const put = (id: string, version: number, parent: string | undefined) =>
    patch.mutateAsync({ id, version, values: { parent: parent ? { id: parent } : null } })
  const failed = (error: unknown) => {
    const problem = asProblem(error)
    message.error(problem.errors[0]?.message ?? (problem.message || t('state.failed')))
  }

  const offerUndo = (department: Department, version: number, target: string | undefined) => {
    const before = parentOf(tree, department.id)?.id
    const place = find(tree, target)?.name ?? t('organisation.top')
    offer(t('organisation.moved', { name: department.name, place }), () =>
      put(department.id, version, before).catch(failed),
    )
  }
  const move = async (department: Department, target: string | undefined) => {
    if (parentOf(tree, department.id)?.id === target) return
    try {
      const { version } = await put(department.id, department.version, target)
      offerUndo(department, version, target)
    } catch (error) {
      failed(error)
    }
  }
  return { move, isPending: patch.isPending }
}

import { App, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOnSave, type OnSave } from '~/api/duplicates'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'

const ON_SAVE: OnSave[] = ['nothing', 'warn', 'refuse']

/** What happens when somebody saves a record like another. */
export function OnSaveSelect({ object, value, label }: { object: ObjectType; value: OnSave; label: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const onSave = useOnSave(object.name)
  return (
    <Select<OnSave>
      size="small"
      className="on-save-select"
      aria-label={label}
      value={onSave.variables !== undefined && onSave.isPending ? onSave.variables : value}
      loading={onSave.isPending}
      options={ON_SAVE.map((each) => ({ value: each, label: t(`duplicates.onSaveAs_${each}`) }))}
      onChange={(next) =>
        onSave.mutate(next, {
          onError: (error) => void message.error(asProblem(error).message || t('state.offlineDetail')),
        })
      }
    />
  )
}

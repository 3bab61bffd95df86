import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { Empty } from '~/ui/states'
import type { List } from './useList'

/** A list without rows: because of its filter, or because there are none yet. */
export function NoRows({ object, list, onCreate }: { object: ObjectType; list: List; onCreate: () => void }) {
  const { t } = useTranslation()
  if (list.filter) {
    return (
      <Empty title={t('list.noMatch')} detail={t('list.noMatchDetail')}>
        <Button onClick={() => list.setFilter('')}>{t('filter.clear')}</Button>
      </Empty>
    )
  }
  return (
    <Empty
      title={t('list.empty', { label: object.pluralLabel })}
      detail={object.rights.create ? t('list.emptyDetail') : undefined}
    >
      {object.rights.create && (
        <Button type="primary" onClick={onCreate}>
          {t('action.createOne', { label: object.label })}
        </Button>
      )}
    </Empty>
  )
}

import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectType, RecordData } from '~/api/types'
import { misfits } from './fitting'

/** What goes with a change of one value where it stands: choices that fit no more are emptied, and whoever changes it is told. */
export function useFitting(object: ObjectType) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  return (record: RecordData, name: string, value: unknown): Record<string, unknown> => {
    const gone = misfits(object, name, (each) => (each === name ? value : record[each]))
    const labels = object.attributes.filter((each) => each.name in gone).map(({ label }) => label)
    if (labels.length > 0) void message.info(t('form.clearedOf', { labels: labels.join(' · ') }))
    return { [name]: value, ...gone }
  }
}

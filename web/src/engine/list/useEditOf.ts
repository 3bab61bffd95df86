import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { recordOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { useForms } from '../form/Forms'

/** Opens the form of a record of which only some attributes are there yet. */
export function useEditOf(object: ObjectType) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const forms = useForms()
  const { message } = App.useApp()
  return async (id: string) => {
    if (!object.rights.edit) return
    try {
      forms.edit(object.name, await client.fetchQuery(recordOptions(object.name, id)))
    } catch (error) {
      message.error(asProblem(error).message || t('state.failed'))
    }
  }
}

import { useEffect } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'

/** Goes from the address of a record that has become another to that of the other, and says so. */
export function useMovedOn(object: ObjectType, id: string | undefined) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  useEffect(() => {
    if (!id) return
    void message.info(t('merge.movedOn', { label: object.label }))
    void navigate({ to: '/$object/$id', params: { object: object.name, id }, replace: true })
  }, [id, object, message, navigate, t])
}

import { useEffect, useRef } from 'react'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { complaintOf } from './refusal'

/** Tells of a refusal that came when whoever wrote had gone on to another page; where they stayed it stands beside the value. */
export function useLateRefusal(object: ObjectType) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  return (problem: Problem) => {
    if (left.current) message.error(t('edit.notSaved', { reason: complaintOf(object.attributes, '', problem) }))
  }
}

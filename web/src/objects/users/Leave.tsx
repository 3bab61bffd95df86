import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, DatePicker, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/client'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { useSession } from '~/api/session'
import type { Job, RecordData, Reference } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { formatNumber } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { Failure, SkeletonRows } from '~/ui/states'
import type { ExtraProps } from '../extras'
import './leave.css'

const TIES = ['reports', 'departments', 'teams', 'standIns'] as const

type Preview = { records: { object: string; label: string; count: number }[] } & Record<(typeof TIES)[number], number>

function Passing({ person }: { person: string }) {
  const { t, i18n } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['records', 'users', 'leave', person],
    queryFn: ({ signal }) => request<Preview>(`users/${person}/leave`, { signal }),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={2} />
  const ties = TIES.filter((tie) => data[tie] > 0)
  return (
    <section className="leaving-passes" aria-label={t('leaving.passes')}>
      <h3>{t('leaving.passes')}</h3>
      {data.records.length + ties.length === 0 ? (
        <p className="sub">{t('leaving.nothing')}</p>
      ) : (
        <ul>
          {data.records.map(({ object, label, count }) => (
            <li key={object}>
              {label} <b className="num">{formatNumber(count, i18n.language)}</b>
            </li>
          ))}
          {ties.map((tie) => (
            <li key={tie}>{t(`leaving.${tie}Count`, { count: data[tie] })}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Who({
  name,
  value,
  error,
  ...rest
}: {
  name: 'successor' | 'reports'
  value: Reference | null
  error?: string
  autoFocus?: boolean
  onChange: (value: Reference | null) => void
}) {
  const { t } = useTranslation()
  const manager = useCatalog().attribute('users', 'manager')
  if (!manager) return null
  return (
    <div className="form-field">
      <label htmlFor={`leave-${name}`}>{t(`leaving.${name}`)}</label>
      <FieldInput
        id={`leave-${name}`}
        attribute={{ ...manager, label: t(`leaving.${name}`) }}
        value={value}
        invalid={Boolean(error)}
        autoFocus={rest.autoFocus}
        onChange={(next) => rest.onChange(next as Reference | null)}
      />
      <p className={error ? 'field-error' : 'field-help'} role={error ? 'alert' : undefined}>
        {error ?? t(`leaving.${name}Help`)}
      </p>
    </div>
  )
}

function LeaveDialog({ record, name, onClose }: { record: RecordData; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [successor, setSuccessor] = useState<Reference | null>(null)
  const [reports, setReports] = useState<Reference | null>(null)
  const [on, setOn] = useState<Dayjs | null>(null)
  const leave = useMutation({
    mutationFn: () =>
      request<Job>(`users/${record.id}/leave`, {
        method: 'POST',
        body: { successor: successor?.id, reports: reports?.id ?? null, on: on?.format('YYYY-MM-DD') ?? null },
      }),
    onSuccess: (job) => navigate({ to: '/jobs/$id', params: { id: job.id } }),
  })
  const problem = leave.error ? asProblem(leave.error) : undefined
  const errorOf = (path: string) => problem?.errors.find((error) => error.path === path)?.message
  return (
    <Modal
      open
      title={t('leaving.title', { name })}
      okText={t('leaving.confirm')}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger: true, disabled: !successor }}
      confirmLoading={leave.isPending}
      onCancel={onClose}
      onOk={() => leave.mutate()}
    >
      <div className="leaving">
        <Passing person={record.id} />
        <Who autoFocus name="successor" value={successor} error={errorOf('successor')} onChange={setSuccessor} />
        <Who name="reports" value={reports} error={errorOf('reports')} onChange={setReports} />
        <div className="form-field">
          <label htmlFor="leave-on">{t('leaving.on')}</label>
          <DatePicker
            id="leave-on"
            className="fill"
            placeholder={t('leaving.now')}
            minDate={dayjs()}
            value={on}
            onChange={setOn}
          />
          <p className={errorOf('on') ? 'field-error' : 'field-help'}>{errorOf('on') ?? t('leaving.onHelp')}</p>
        </div>
        <p className="sub">{t('leaving.account')}</p>
        {problem && (errorOf('') || problem.errors.length === 0) && (
          <p className="field-error" role="alert">
            {errorOf('') ?? (problem.message || t('state.failed'))}
          </p>
        )}
      </div>
    </Modal>
  )
}

/** Hands over everything of somebody who leaves the company. */
export function Leave({ object, record }: ExtraProps) {
  const { t } = useTranslation()
  const { user } = useSession()
  const [open, setOpen] = useState(false)
  if (record.id === user.id || record.account === 'disabled') return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('leaving.action')}</Button>
      {open && <LeaveDialog record={record} name={titleOf(record, object.title)} onClose={() => setOpen(false)} />}
    </>
  )
}

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Drawer, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { accessOptions, ASKED_RIGHTS, type AskedRight } from '~/api/access'
import { asProblem } from '~/api/problem'
import { useSession } from '~/api/session'
import type { Principal } from '~/api/shares'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { usePhone } from '~/ui/useMedia'
import { PrincipalPicker } from './PrincipalPicker'
import { WhyAnswer } from './WhyAnswer'
import './access.css'

interface WhyProps {
  object: ObjectType
  record: RecordData
  open: boolean
  onClose: () => void
}

/** Why somebody may or may not do something with the record; administrators may ask it for anybody. */
export function WhyDrawer({ object, record, open, onClose }: WhyProps) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { admin, user } = useSession()
  const [right, setRight] = useState<AskedRight>('read')
  const [person, setPerson] = useState<Principal>({ kind: 'user', ...user })
  const asked = person.id === user.id ? undefined : person.id
  const { data, error, refetch } = useQuery({ ...accessOptions(object.name, record.id, right, asked), enabled: open })
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={phone ? '100%' : 520}
      destroyOnHidden
      title={t('why.title', { title: titleOf(record, object.title) || t('record.untitled') })}
    >
      <div className="why">
        {admin && (
          <div className="form-field">
            <label htmlFor="why-person">{t('why.forWhom')}</label>
            <PrincipalPicker
              id="why-person"
              label={t('why.forWhom')}
              kinds={['user']}
              single
              value={[person]}
              onChange={([next]) => setPerson(next ?? { kind: 'user', ...user })}
            />
          </div>
        )}
        <Segmented<AskedRight>
          block
          aria-label={t('why.what')}
          value={right}
          onChange={setRight}
          options={ASKED_RIGHTS.map((value) => ({ value, label: t(`why.right.${value}`) }))}
        />
        {error && asked && asProblem(error).errors.some(({ path }) => path === 'user') ? (
          <Empty title={t('why.noAccount', { name: person.title })} detail={t('why.noAccountDetail')} />
        ) : error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <WhyAnswer answer={data} own={data.user.id === user.id} />
        ) : (
          <SkeletonRows rows={5} />
        )}
      </div>
    </Drawer>
  )
}

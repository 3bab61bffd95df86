import { useState } from 'react'
import { Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Layout, LayoutRole } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { audience } from './draft'

type Audience = Pick<Layout, 'kind' | 'role'>

interface NewLayoutProps {
  object: ObjectType
  kind: string | null
  roles: readonly LayoutRole[]
  /** For whom there are layouts already. */
  taken: readonly string[]
  onClose: () => void
  onDone: (audience: Audience) => void
}

/** For which records and for whom a new layout is. */
export function NewLayout({ object, kind, roles, taken, onClose, onDone }: NewLayoutProps) {
  const { t } = useTranslation()
  const choices = useCatalog().attribute(object.name, kind ?? '')?.choices ?? []
  const [chosen, setChosen] = useState<Audience>({ kind: null, role: null })
  const any = chosen.kind !== null || chosen.role !== null
  const there = any && taken.includes(audience(chosen))
  return (
    <Modal
      open
      title={t('layouts.create')}
      okText={t('layouts.create')}
      okButtonProps={{ disabled: !any || there }}
      onOk={() => onDone(chosen)}
      onCancel={onClose}
    >
      <div className="token-form">
        {kind !== null && (
          <>
            <label htmlFor="layout-kind">{t('layouts.forKind')}</label>
            <Select
              id="layout-kind"
              value={chosen.kind ?? ''}
              onChange={(next: string) => setChosen({ ...chosen, kind: next || null })}
              options={[
                { value: '', label: t('layouts.allKinds') },
                ...choices.map(({ code, label }) => ({ value: code, label })),
              ]}
            />
          </>
        )}
        <label htmlFor="layout-role">{t('layouts.forRole')}</label>
        <Select
          id="layout-role"
          value={chosen.role?.id ?? ''}
          onChange={(next: string) => setChosen({ ...chosen, role: roles.find(({ id }) => id === next) ?? null })}
          options={[
            { value: '', label: t('layouts.allRoles') },
            ...roles.map(({ id, title }) => ({ value: id, label: title ?? id })),
          ]}
        />
        <p className={there ? 'field-error' : 'sub'} role={there ? 'alert' : undefined}>
          {t(there ? 'layouts.there' : 'layouts.copied')}
        </p>
      </div>
    </Modal>
  )
}

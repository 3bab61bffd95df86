import { useState, type ReactNode } from 'react'
import { App, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { BulkFrame } from '~/engine/bulk/BulkFrame'
import type { Changing } from '~/engine/bulk/useBulkChange'
import { useForms } from '~/engine/form/Forms'
import { Secret } from '~/ui/Secret'
import { PasswordDialog } from '~/ui/PasswordDialog'
import { DEAL } from './objects'
import { Part } from './Show'

const nothing = () => {}

/** The frames of what opens over a page. */
export function DialogsPart() {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const forms = useForms()
  const object = useCatalog().object('deals')
  const [open, setOpen] = useState('')
  const close = () => setOpen('')
  if (!object) return null
  const why = [{ path: 'grade', code: 'wrong', message: t('kit.complaint'), count: 7 }]
  const changing: Changing = {
    tally: { in: 130, updated: 120, skipped: 3, removed: 0, failed: 7, why },
    failures: undefined,
    isLooking: false,
    isStarting: false,
    problem: undefined,
    complaintOf: () => undefined,
    look: nothing,
    start: nothing,
  }
  const dialogs: Record<string, ReactNode> = {
    bulk: (
      <BulkFrame
        object={object}
        chosen={{ ids: [DEAL.id] }}
        count={130}
        onDone={nothing}
        onClose={close}
        changing={changing}
        titles={{ many: 'bulk.titleMany', all: 'bulk.titleAll' }}
        okText={t('bulk.change', { value: 120 })}
        disabled={false}
      >
        <p className="sub">{t('kit.about')}</p>
      </BulkFrame>
    ),
    secret: (
      <Secret title={t('commands.password', { name: '林悦' })} warning={t('commands.passwordOnce')} onClose={close}>
        four-grey-lighthouses
      </Secret>
    ),
    password: <PasswordDialog onDone={close} onClose={close} />,
    drawer: (
      <Drawer open title={String(DEAL.title)} onClose={close}>
        <p>{t('kit.about')}</p>
      </Drawer>
    ),
  }
  const confirm = () =>
    modal.confirm({
      title: t('sample.confirm'),
      content: t('sample.confirmDetail'),
      okText: t('action.delete'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
    })
  return (
    <Part name="dialogs">
      <div className="kit-row">
        {Object.keys(dialogs).map((name) => (
          <Button key={name} onClick={() => setOpen(name)}>
            {t(`kit.dialogs.${name}`)}
          </Button>
        ))}
        <Button onClick={() => forms.create('deals')}>{t('kit.dialogs.form')}</Button>
        <Button danger onClick={() => void confirm()}>
          {t('kit.dialogs.confirm')}
        </Button>
      </div>
      {dialogs[open]}
    </Part>
  )
}

import type { ReactNode } from 'react'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'

interface RemovableProps {
  name: string
  removed: boolean
  /** What becomes of it when it is removed. */
  detail: string
  restoring: boolean
  onEdit: () => void
  onRemove: () => Promise<unknown>
  onRestore: () => Promise<unknown>
  /** What else can be done with one that is there. */
  children?: ReactNode
}

/** What can be done with something that is kept for a while after it was removed. */
export function Removable({ name, removed, detail, restoring, onEdit, onRemove, onRestore, children }: RemovableProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const complain = (error: unknown) => void message.error(asProblem(error).message || t('state.offlineDetail'))
  if (removed)
    return (
      <Button
        size="small"
        loading={restoring}
        aria-label={t('added.restoreOf', { name })}
        onClick={() => void onRestore().catch(complain)}
      >
        {t('added.restore')}
      </Button>
    )
  const items: MenuProps['items'] = [
    { key: 'edit', label: t('action.edit'), onClick: onEdit },
    {
      key: 'remove',
      danger: true,
      label: t('added.remove'),
      onClick: () =>
        void modal.confirm({
          title: t('added.removeQuestion', { name }),
          content: detail,
          okText: t('added.remove'),
          okButtonProps: { danger: true },
          onOk: () => onRemove().catch(complain),
        }),
    },
  ]
  return (
    <>
      {children}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          size="small"
          type="text"
          icon={<Ellipsis size={16} aria-hidden />}
          aria-label={t('added.more', { name })}
        />
      </Dropdown>
    </>
  )
}

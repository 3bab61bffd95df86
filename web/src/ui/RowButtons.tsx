import { Button, Popconfirm } from 'antd'
import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface EditButtonProps {
  /** What it does, with the name of what it does it to. */
  label: string
  onClick: () => void
}

/** At the end of a row: opens what it shows. */
export function EditButton({ label, onClick }: EditButtonProps) {
  return (
    <Button type="text" size="small" icon={<Pencil size={15} aria-hidden />} aria-label={label} onClick={onClick} />
  )
}

interface DeleteButtonProps {
  label: string
  question: string
  pending: boolean
  onConfirm: () => void
}

/** At the end of a row: takes away what it shows, after asking. */
export function DeleteButton({ label, question, pending, onConfirm }: DeleteButtonProps) {
  const { t } = useTranslation()
  return (
    <Popconfirm title={question} okText={t('action.delete')} okButtonProps={{ danger: true }} onConfirm={onConfirm}>
      <Button
        type="text"
        size="small"
        danger
        icon={<Trash2 size={15} aria-hidden />}
        loading={pending}
        aria-label={label}
      />
    </Popconfirm>
  )
}

import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Lookalike } from '~/api/duplicates'
import { useCatalog } from '~/api/metadata'
import { LookalikeList } from '../form/LookalikeList'
import '../form/form.css'

interface AlikeDialogProps {
  /** Of which there are records like the one that would be made. */
  object: string
  label: string
  candidates: Lookalike[]
  mayInsist: boolean
  pending: boolean
  /** Takes one that is there. */
  onUse: (id: string) => void
  onAnyway: () => void
  onClose: () => void
}

/** Asks whether what a command would make is there already: one of those is taken, or another is made all the same. */
export function AlikeDialog({
  object,
  label,
  candidates,
  mayInsist,
  pending,
  onUse,
  onAnyway,
  onClose,
}: AlikeDialogProps) {
  const { t } = useTranslation()
  const type = useCatalog().object(object)
  if (!type) return null
  return (
    <Modal
      open
      title={label}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          {mayInsist && (
            <Button loading={pending} onClick={onAnyway}>
              {t('form.createAnyway')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('duplicates.thereAlready', { label: type.label })}</p>
      <LookalikeList
        object={type}
        lookalikes={candidates}
        actionOf={({ id, title }) =>
          id && (
            <Button
              size="small"
              type="primary"
              loading={pending}
              aria-label={`${t('duplicates.use')} ${title ?? ''}`}
              onClick={() => onUse(id)}
            >
              {t('duplicates.use')}
            </Button>
          )
        }
      />
      {!mayInsist && <p className="sub">{t('duplicates.mayNotInsist')}</p>}
    </Modal>
  )
}

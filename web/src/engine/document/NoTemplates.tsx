import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TEMPLATES } from '~/api/documents'
import { useCatalog } from '~/api/metadata'
import { Empty } from '~/ui/states'

/** Whoever keeps the templates is led to where they are made. */
export function NoTemplates() {
  const { t } = useTranslation()
  const mayMake = useCatalog().object(TEMPLATES)?.rights.create
  return (
    <Empty title={t('documents.none')} detail={t(mayMake ? 'documents.noneMake' : 'documents.noneAsk')}>
      {mayMake && (
        <Link to="/settings/$section" params={{ section: 'templates' }}>
          {t('settings.templates')}
        </Link>
      )}
    </Empty>
  )
}

import { useTranslation } from 'react-i18next'
import type { LeftEmpty } from '~/api/documents'

/** What stays empty in a document, and why. */
export function LeftNote({ left }: { left: LeftEmpty[] }) {
  const { t } = useTranslation()
  if (left.length === 0) return null
  return (
    <div className="document-left" role="status">
      <p>{t('documents.left')}</p>
      <ul>
        {left.map(({ path, why }) => (
          <li key={path + why}>
            <code>{path}</code> <span className="sub">{t(`documents.why.${why}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

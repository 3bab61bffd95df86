import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { FolderPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import { firstRowsOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { useForms } from '~/engine/form/Forms'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { nested } from './folders'
import { FolderTree } from './FolderTree'
import { FolderView } from './FolderView'
import './library.css'

/** As many as one page of the API has. */
const MOST = 500

function Folders({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const { folder } = useSearch({ from: '/frame/library' })
  const fields = ['name', 'parent']
  const { data, error, refetch } = useQuery(firstRowsOptions(object.name, { fields, limit: MOST, sort: 'name' }))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  const nodes = data && nested(data.items)
  const chosen = folder ?? nodes?.[0]?.row.id
  if (nodes?.length === 0 && !folder)
    return (
      <div className="card">
        <Empty title={t('library.empty')} detail={t('library.emptyDetail')} />
      </div>
    )
  return (
    <div className="library">
      <nav className="card" aria-label={t('library.folders')}>
        {nodes ? <FolderTree nodes={nodes} chosen={chosen} /> : <SkeletonRows rows={5} />}
        {data?.next && (
          <Link className="library-all" to="/$object" params={{ object: object.name }}>
            {t('record.all')}
          </Link>
        )}
      </nav>
      <div className="column">{chosen && <FolderView key={chosen} object={object} id={chosen} />}</div>
    </div>
  )
}

/** The company's library: its folders beside the files of one of them. */
export function Library() {
  const { t } = useTranslation()
  const forms = useForms()
  const object = useCatalog().object('folders')
  usePageTitle(object?.pluralLabel ?? '')
  if (!object) return <Failure error={new Problem(403)} />
  return (
    <div className="library-page">
      <div className="page-head">
        <h1>{object.pluralLabel}</h1>
        <span className="grow" />
        {object.rights.create && (
          <Button type="primary" icon={<FolderPlus size={15} aria-hidden />} onClick={() => forms.create(object.name)}>
            {t('action.createOne', { label: object.label })}
          </Button>
        )}
      </div>
      <Folders object={object} />
    </div>
  )
}

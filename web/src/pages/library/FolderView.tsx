import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { FolderPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { recordOptions } from '~/api/records'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { ShareButton } from '~/engine/access/ShareButton'
import { FilesCard } from '~/engine/files/FilesCard'
import { useForms } from '~/engine/form/Forms'
import { Failure, SkeletonRows } from '~/ui/states'

function Head({ object, folder }: { object: ObjectType; folder: RecordData }) {
  const { t } = useTranslation()
  const forms = useForms()
  const name = titleOf(folder, object.title) || t('record.untitled')
  return (
    <div className="folder-head">
      <div className="grow">
        <h2>
          <Link className="quiet-link" to="/$object/$id" params={{ object: object.name, id: folder.id }}>
            {name}
          </Link>
        </h2>
        {Boolean(folder.description) && <p className="sub">{String(folder.description)}</p>}
      </div>
      <ShareButton object={object} record={folder} />
      {object.rights.create && (
        <Button
          icon={<FolderPlus size={15} aria-hidden />}
          onClick={() => forms.create(object.name, { parent: { id: folder.id, title: name } })}
        >
          {t('library.newInside')}
        </Button>
      )}
    </div>
  )
}

/** A folder: what it is for, with whom it is shared, and its files. */
export function FolderView({ object, id }: { object: ObjectType; id: string }) {
  const { data, error, refetch } = useQuery(recordOptions(object.name, id))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  return (
    <>
      <Head object={object} folder={data} />
      {!data.deletedAt && <FilesCard key={id} object={object} id={id} />}
    </>
  )
}

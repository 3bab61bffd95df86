import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { DatabaseBackup } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { backupsOptions, isBeingTaken, useTakeBackup } from '~/api/backups'
import { asProblem } from '~/api/problem'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { BackupRow } from './BackupRow'

export function Backups() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { data, error, refetch } = useQuery(backupsOptions)
  const take = useTakeBackup()
  const taking = take.isPending || !!data?.items.some(isBeingTaken)
  const start = () => take.mutate(undefined, { onError: (failure) => message.error(asProblem(failure).message) })
  return (
    <section className="card" aria-label={t('settings.backups')}>
      <header>
        <span className="grow">{t('backups.about')}</span>
        <Button
          type="primary"
          size="small"
          icon={<DatabaseBackup size={14} aria-hidden />}
          disabled={taking}
          onClick={start}
        >
          {t('backups.take')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <Empty title={t('backups.empty')} detail={t('backups.emptyDetail')} />
      ) : (
        <ul>
          {data.items.map((backup) => (
            <BackupRow key={backup.id} backup={backup} />
          ))}
        </ul>
      )}
    </section>
  )
}

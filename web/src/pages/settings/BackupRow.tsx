import { App, Button, Popconfirm, Progress } from 'antd'
import { Download, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { backupFile, isBeingTaken, useDeleteBackup, type Backup } from '~/api/backups'
import { asProblem } from '~/api/problem'
import { formatBytes, formatNumber, formatTime } from '~/fields/format'
import { StatePill } from '~/pages/jobs/JobState'

/** Complete, with its file still kept. */
const isKept = ({ verified, keptUntil }: Backup): boolean =>
  verified && !!keptUntil && Date.parse(keptUntil) > Date.now()

function Outcome({ backup }: { backup: Backup }) {
  const { t, i18n } = useTranslation()
  if (isBeingTaken(backup))
    return (
      <Progress
        percent={Math.floor(backup.progress * 100)}
        size="small"
        status="active"
        aria-label={t('jobs.progress')}
      />
    )
  if (!backup.verified) return <StatePill state={backup.state} />
  return (
    <>
      <span className="num">{formatBytes(backup.size ?? 0, i18n.language)}</span>
      <span className="sub">{t('backups.rows', { rows: formatNumber(backup.rows ?? 0, i18n.language) })}</span>
      <span className="pill jade" title={t('backups.verifiedHelp')}>
        <ShieldCheck size={12} aria-hidden /> {t('backups.verified')}
      </span>
    </>
  )
}

export function BackupRow({ backup }: { backup: Backup }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const remove = useDeleteBackup()
  const time = formatTime(backup.createdAt, i18n.language)
  return (
    <li className="item backup">
      <span className="backup-when">
        <b>{time}</b>
        <span className="sub">
          {backup.by.title}
          {isKept(backup) &&
            ` · ${t('backups.keptUntil', { time: formatTime(String(backup.keptUntil), i18n.language) })}`}
        </span>
      </span>
      <span className="backup-outcome">
        <Outcome backup={backup} />
      </span>
      {isKept(backup) && (
        <Button
          size="small"
          href={backupFile(backup)}
          download={backup.name}
          icon={<Download size={14} aria-hidden />}
          aria-label={t('backups.downloadOne', { time })}
        >
          {t('backups.download')}
        </Button>
      )}
      {!isBeingTaken(backup) && (
        <Popconfirm
          title={t('backups.deleteQuestion')}
          okText={t('action.delete')}
          okButtonProps={{ danger: true }}
          onConfirm={() => remove.mutate(backup.id, { onError: (error) => message.error(asProblem(error).message) })}
        >
          <Button size="small" danger loading={remove.isPending} aria-label={t('backups.deleteOne', { time })}>
            {t('action.delete')}
          </Button>
        </Popconfirm>
      )}
    </li>
  )
}

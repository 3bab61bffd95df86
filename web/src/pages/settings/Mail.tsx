import { useQuery } from '@tanstack/react-query'
import { mailSettingsOptions } from '~/api/mail'
import { Failure, SkeletonRows } from '~/ui/states'
import { Letters } from './Letters'
import { MailForm } from './MailForm'
import { MailTest } from './MailTest'

export function Mail() {
  const { data, error, refetch } = useQuery(mailSettingsOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="card">
        <SkeletonRows rows={6} />
      </div>
    )
  return (
    <div className="settings-parts">
      <MailForm key={JSON.stringify(data)} settings={data} />
      {data.configured && <MailTest key={`test ${JSON.stringify(data)}`} />}
      <Letters />
    </div>
  )
}

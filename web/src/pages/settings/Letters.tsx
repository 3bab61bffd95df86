import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { lettersOptions, type OutgoingLetter } from '~/api/mail'
import { formatTime } from '~/fields/format'
import { Empty, Failure, SkeletonRows } from '~/ui/states'

const COLOURS = { waiting: 'ochre', sent: 'jade', failed: 'cinnabar' } as const

function LetterRow({ letter }: { letter: OutgoingLetter }) {
  const { t, i18n } = useTranslation()
  const time = (at: string) => formatTime(at, i18n.language)
  return (
    <li className="item letter">
      <span className="letter-what">
        <b className="ellipsis" title={letter.subject}>
          {letter.subject}
        </b>
        <span className="sub">
          {letter.to} · {time(letter.sentAt ?? letter.createdAt)}
        </span>
        {letter.error && (
          <span className="sub letter-error">
            {letter.error.message}
            {letter.nextAttemptAt && ` ${t('mail.nextAttempt', { time: time(letter.nextAttemptAt) })}`}
          </span>
        )}
      </span>
      <span className={`pill ${COLOURS[letter.state]}`}>{t(`mail.states.${letter.state}`)}</span>
    </li>
  )
}

/** What has gone out lately, and what has not and why. */
export function Letters() {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(lettersOptions)
  const letters = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="card" aria-label={t('mail.letters')}>
      <header>
        <span className="grow">{t('mail.letters')}</span>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : letters.length === 0 ? (
        <Empty title={t('mail.noLetters')} />
      ) : (
        <ul>
          {letters.map((letter) => (
            <LetterRow key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('mail.more')}
        </Button>
      )}
    </section>
  )
}

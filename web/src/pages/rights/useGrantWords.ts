import { useTranslation } from 'react-i18next'
import { RIGHTS, SCOPES, type Grant, type Range } from '~/api/roles'
import type { ObjectType } from '~/api/types'
import { withinSentence } from '~/i18n'
import { changedOf, isNothing, isOwned, offeredRights, seenOf, together } from './grants'

const same = (one: Range, other: Range): boolean =>
  one.scopes.length === other.scopes.length && one.scopes.every((scope) => other.scopes.includes(scope))

/** What roles allow, as a person says it. */
export function useGrantWords() {
  const { t, i18n } = useTranslation()
  const list = (words: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words)

  const range = ({ scopes, departments }: Range, object: ObjectType): string => {
    if (scopes.length === 0) return t('rights.scope.none')
    if (!isOwned(object)) return t('rights.scope.every')
    return list(
      SCOPES.filter((scope) => scopes.includes(scope))
        .map((scope) =>
          scope === 'departments' && departments.length > 0
            ? t('rights.scope.someDepartments', { count: departments.length })
            : t(`rights.scope.${scope}`),
        )
        .map((words, index) => (index === 0 ? words : withinSentence(words, i18n.language))),
    )
  }

  /** One sentence that sums a row up. */
  const summary = (grant: Grant, object: ObjectType): string => {
    const changed = changedOf(grant)
    const seen = together(seenOf(grant), changed)
    if (!grant.rights.includes('read') || isNothing(seen)) return t('rights.sentence.nothing')
    const offered = offeredRights(object)
    const rights = RIGHTS.filter((right) => grant.rights.includes(right) && offered.includes(right))
    const restricted = Object.keys(grant.attributes).length
    const parts = same(seen, changed)
      ? [t('rights.sentence.seesAndChanges', { whose: range(seen, object) })]
      : [
          t('rights.sentence.sees', { whose: range(seen, object) }),
          isNothing(changed)
            ? t('rights.sentence.changesNothing')
            : t('rights.sentence.changes', { whose: range(changed, object) }),
        ]
    if (rights.length > 0)
      parts.push(t('rights.sentence.may', { what: list(rights.map((right) => t(`rights.verb.${right}`))) }))
    if (restricted > 0) parts.push(t('rights.sentence.fields', { count: restricted }))
    return t('rights.sentence.whole', { parts: parts.join(t('rights.sentence.separator')) })
  }
  return { range, summary, list }
}

import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Role } from '~/api/roles'
import { differences } from './grants'
import { useGrantWords } from './useGrantWords'
import type { RoleDraft } from './useRoleDraft'
import '~/engine/shared/conflict.css'

/** Somebody saved the role in the meantime: what differs, and the choice. Nothing is overwritten unasked. */
export function RoleConflict({ role, theirs }: { role: RoleDraft; theirs: Role }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { summary } = useGrantWords()
  const mine = role.draft
  const rows = differences(mine.grants, theirs.grants).flatMap((name) => {
    const object = catalog.object(name)
    const [one, other] = [mine, theirs].map(({ grants }) => grants.find((grant) => grant.object === name))
    return object && one && other
      ? [{ label: object.pluralLabel, mine: summary(one, object), theirs: summary(other, object) }]
      : []
  })
  if (mine.name !== theirs.name) rows.unshift({ label: t('rights.name'), mine: mine.name, theirs: theirs.name })
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{t('rights.conflict')}</b>
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{row.theirs}</td>
              <td>{row.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="ways">
        <Button size="small" onClick={() => role.adopt(theirs)}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button size="small" type="primary" loading={role.isPending} onClick={() => void role.submit(theirs.version)}>
          {t('conflict.keepMine')}
        </Button>
      </div>
    </div>
  )
}

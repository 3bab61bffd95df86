import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useForms } from '~/engine/form/Forms'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { AwayNow } from './AwayNow'
import { DepartmentPane } from './DepartmentPane'
import { DepartmentTree } from './DepartmentTree'
import { useTree } from './sources'
import { find } from './tree'
import './organisation.css'

function Ways() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const forms = useForms()
  const departments = catalog.object('departments')
  const users = catalog.object('users')
  return (
    <div className="ways">
      {users?.rights.import && (
        <Link to="/imports" search={{ object: 'users' }}>
          {t('action.import')}
        </Link>
      )}
      {departments?.rights.create && (
        <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => forms.create('departments')}>
          {t('organisation.newDepartment')}
        </Button>
      )}
    </div>
  )
}

/** The company as it is organised: departments, the people in them, and who is away. */
export function Organisation() {
  const { t } = useTranslation()
  const { tree, error, refetch } = useTree()
  const [chosen, setChosen] = useState<string>()
  const pane = useRef<HTMLDivElement>(null)
  const choose = (id: string) => {
    setChosen(id)
    // On a phone the department is below the tree, where nobody would see that anything happened.
    pane.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const department = tree && (find(tree, chosen) ?? tree[0])
  return (
    <div className="organisation">
      <div className="column">
        <section className="card" aria-label={t('organisation.departments')}>
          <header>
            <h2>{t('organisation.departments')}</h2>
            <span className="grow" />
            <Ways />
          </header>
          {!tree && <SkeletonRows rows={6} />}
          {tree?.length === 0 && (
            <Empty title={t('organisation.noDepartments')} detail={t('organisation.noDepartmentsDetail')} />
          )}
          {tree && tree.length > 0 && <DepartmentTree tree={tree} chosen={department?.id} onChoose={choose} />}
        </section>
        <AwayNow />
      </div>
      <div ref={pane}>
        {tree && department && <DepartmentPane key={department.id} department={department} tree={tree} />}
      </div>
    </div>
  )
}

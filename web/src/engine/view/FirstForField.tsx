import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rolesOptions } from '~/api/roles'
import { useClearing } from '~/ui/useClearing'

interface FirstForFieldProps {
  value: string[]
  onChange: (roles: string[]) => void
}

/** The roles whose people begin with a view. */
export function FirstForField({ value, onChange }: FirstForFieldProps) {
  const { t } = useTranslation()
  const clearing = useClearing()
  const [open, setOpen] = useState(false)
  const roles = useQuery(rolesOptions)
  return (
    <div className="form-field">
      <label htmlFor="view-first">{t('views.firstFor')}</label>
      <Select
        id="view-first"
        aria-label={t('views.firstFor')}
        mode="multiple"
        allowClear={clearing}
        value={value}
        onChange={onChange}
        // Most views are for one role, and the roles that are left would cover the buttons below.
        open={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        loading={roles.isPending}
        optionFilterProp="label"
        options={roles.data?.items.flatMap(({ id, name }) => (id ? [{ value: id, label: name }] : []))}
      />
      <p className="field-help">{t('views.firstForHelp')}</p>
    </div>
  )
}

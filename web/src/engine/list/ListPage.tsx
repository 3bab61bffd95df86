import { useParams } from '@tanstack/react-router'
import { Problem } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import { Failure } from '~/ui/states'
import { ObjectList } from './ObjectList'

export function ListPage() {
  const { object: name } = useParams({ from: '/frame/$object' })
  const object = useCatalog().object(name)
  // A list of another object is another list: nothing selected or scrolled to carries over.
  return object ? <ObjectList key={object.name} object={object} /> : <Failure error={new Problem(404)} />
}

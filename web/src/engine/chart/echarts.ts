import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only what the charts here are made of is shipped, and only when one is shown.
use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

export { init }

import { DataGrid } from '@mui/x-data-grid'
import { showRows } from './rows.js'

/** MUI X Data Grid, community edition, with its own toolbar and filter. It shows at most 100 rows a page. */
export function createViewer(root) {
  return showRows(root, Grid)
}

function Grid({ rows, columns }) {
  return (
    <div style={{ height: 720 }}>
      <DataGrid
        rows={rows}
        columns={columns.map(({ field, width }) => ({ field, headerName: field, width }))}
        density="compact"
        pageSizeOptions={[100]}
        initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
        showToolbar
        slotProps={{ toolbar: { showQuickFilter: true } }}
      />
    </div>
  )
}

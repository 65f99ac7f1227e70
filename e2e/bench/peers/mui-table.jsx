import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TableSortLabel from '@mui/material/TableSortLabel'
import TextField from '@mui/material/TextField'
import { useMemo, useState } from 'react'
import { showRows } from './rows.js'

/** MUI's plain Table with a sticky head, sorting and a text field, as its documentation shows them. It mounts every row. */
export function createViewer(root) {
  return showRows(root, PlainTable)
}

function PlainTable({ rows, columns }) {
  const [text, setText] = useState('')
  const [orderBy, setOrderBy] = useState(null)
  const shown = useMemo(() => {
    const found =
      text === '' ? rows : rows.filter((row) => columns.some(({ field }) => row[field].includes(text)))
    return orderBy === null ? found : found.toSorted((a, b) => (a[orderBy] < b[orderBy] ? -1 : 1))
  }, [rows, columns, text, orderBy])
  return (
    <>
      <TextField size="small" type="search" value={text} onChange={(event) => setText(event.target.value)} />
      <TableContainer style={{ height: 680 }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              {columns.map(({ field }) => (
                <TableCell key={field}>
                  <TableSortLabel active={orderBy === field} onClick={() => setOrderBy(field)}>
                    {field}
                  </TableSortLabel>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((row) => (
              <TableRow key={row.id} hover>
                {columns.map(({ field }) => (
                  <TableCell key={field}>{row[field]}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  )
}

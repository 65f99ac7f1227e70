export const keys = {
  title: 'Keyboard shortcuts',
  everywhere: {
    title: 'Everywhere',
    skip: 'First on every page: skip to the content',
    next: 'To the next or previous control',
    sheet: 'These shortcuts',
    close: 'Close a panel, a menu or this sheet',
  },
  hosts: {
    title: 'List of hosts',
    move: 'Open the next or previous host',
    edge: 'First or last host',
    enter: 'Into the log',
    toggle: 'Select the host, or give it up',
    extend: 'Select more hosts',
    all: 'Select all that are shown',
    none: 'Select none',
    group: 'Fold or unfold a group',
    failed: 'Next or previous failed host, from anywhere',
    step: 'Next or previous host, from anywhere',
  },
  table: {
    title: 'Tables',
    move: 'A row up or down',
    page: 'A page up or down',
    edge: 'First or last row',
    open: 'Open the row',
    filter: 'Filter the rows',
  },
  steps: {
    title: 'Steps on a time axis',
    move: 'Choose the step above or below',
    open: 'Open the step',
    details: 'Details of the step',
    zoom: 'Look closer, show more time, show all',
    pan: 'Earlier or later',
  },
  log: {
    move: 'Log: move',
    search: 'Log: search',
    copy: 'Log: select and copy',
    view: 'Log: view',
  },
}

export type KeysMessages = typeof keys

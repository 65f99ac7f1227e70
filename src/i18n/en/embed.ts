/** Words of Joblens in another page's frame. */
export const embed = {
  refused: {
    title: 'This Joblens does not know that way of embedding',
    meaning: (asked: string, known: string): string =>
      `The address asks for embed=${asked}. What is known here: ${known}. Whoever runs the surrounding page has to ask for one of these, or Joblens has to be updated.`,
    open: 'Open this page without embedding',
  },
  copy: {
    title: 'Copy by hand',
    meaning: 'This frame may not use the clipboard. The text is selected: press Ctrl+C, or ⌘C.',
    text: 'Text to copy',
  },
  save: {
    title: 'Downloads',
    refused: (name: string): string => `The surrounding page does not let this frame download ${name}.`,
    unsure: (name: string): string =>
      `${name} was handed to the browser. If nothing arrives, the surrounding page does not let this frame download files.`,
    open: 'Open this page in a new tab',
    showText: 'Show it as text',
  },
}

export type EmbedMessages = typeof embed

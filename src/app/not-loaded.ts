/** Says, in both languages since no texts are there, that some script could not be fetched. */
export function tellNotLoaded(): void {
  const root = document.getElementById('root')
  if (root !== null)
    root.textContent = 'Joblens could not be loaded: reload the page. Joblens 加载失败，请刷新页面。'
}

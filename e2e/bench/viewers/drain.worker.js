self.onmessage = async ({ data }) => {
  const { body } = await fetch(data)
  const reader = body.getReader()
  while (!(await reader.read()).done);
  self.postMessage(null)
}

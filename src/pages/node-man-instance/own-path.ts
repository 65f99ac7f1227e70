import { type NodeManInstanceId, type NodeManJobId, nodeManInstancePath, nodeManJobPath } from '#contract'
import { type JobLink, jobLinksIn, type NodeManLink, nodeManLinksIn } from './log-findings.ts'

/*
 * Where links in a log lead inside Joblens. Built from the ids in them, never from their hosts: those are upstream text,
 * and were wrong before (bk-nodeman D2).
 */

/**
 * Node-man's own job instances name no scope. The business of the host is where to look first, as the platform's old
 * links say it; the start page looks further.
 */
export function jobLinkPath({ jobInstanceId, businessId }: JobLink, hostBusinessId: string | null): string {
  const business = businessId ?? hostBusinessId
  return business === null ? `/api_execute/${jobInstanceId}` : `/${business}/execute/step/${jobInstanceId}`
}

export function nodeManLinkPath({ nodeManJobId, instanceId }: NodeManLink): string {
  const id = nodeManJobId as NodeManJobId
  return instanceId === null ? nodeManJobPath(id) : nodeManInstancePath(id, instanceId as NodeManInstanceId)
}

/** The page of Joblens that a link's address means; `null` for the addresses of others. */
export function ownPathOf(href: string, hostBusinessId: string | null): string | null {
  const [jobLink] = jobLinksIn(href)
  if (jobLink !== undefined) return jobLinkPath(jobLink, hostBusinessId)
  const [nodeManLink] = nodeManLinksIn(href)
  return nodeManLink === undefined ? null : nodeManLinkPath(nodeManLink)
}

import { historyInstances } from './history.ts'
import type { JobInstance } from './model.ts'
import { specInstance } from './spec-examples.ts'
import { deployInstances } from './story-deploys.ts'
import { distributionInstances } from './story-distributions.ts'
import { galleryInstances } from './story-gallery.ts'
import { liveInstances } from './story-live.ts'
import { nightlyInstances } from './story-nightly.ts'
import { readerInstances } from './story-reader.ts'
import { sizeInstances } from './story-sizes.ts'
import { stateInstances } from './story-states.ts'

/*
 * Everything of the demo game (business 2) with a fixed id. A step's id is its instance's number, then two digits:
 * instance 20000000014 has the steps 20000001401, 20000001402, … Tests may rely on this table.
 *
 * | instance    | steps           | what it is                                                                      |
 * |-------------|-----------------|---------------------------------------------------------------------------------|
 * | 20000000001 | 101 · 102 · 103 | release 2.4.1: check (40) · 2,000 hosts, 7 failed in 3 ways · not reached        |
 * | 20000000002 | 201             | 50,000 hosts, 12 with an abnormal agent                                         |
 * | 20000000003 | 301             | one host, a log of exactly 5 MiB, cut in the middle of a line                   |
 * | 20000000004 | 401             | the gallery: 14 hosts with difficult logs, see story-gallery.ts                 |
 * | 20000000005 | 501             | 12 IPv6-only hosts (ids 60001–60012) and 3 with both addresses                  |
 * | 20000000006 | 601             | 24 containers (ids 7001–7024), 2 failed                                         |
 * | 20000000007 | 701             | rolling, 5 batches of 20 hosts, one failed                                      |
 * | 20000000008 | 801             | rolling, waits after batch 2 of 4 (status 15)                                   |
 * | 20000000009 | 901             | retried twice (execute_count 2): 12, 4, 0 of 40 hosts failed                     |
 * | 20000000010 | 1001            | distribution retried once: hosts carried over have no logs in the batch call    |
 * | 20000000011 | 1101–1103       | waits for a confirmation (status 7): script · confirm · not reached              |
 * | 20000000012 | 1201            | SQL on 4 databases, one failed                                                  |
 * | 20000000013 | 1301            | one host per known host status, and 777 which nobody knows                      |
 * | 20000000014 | 1401            | 2,000 hosts × 50 files = 100,000 transfers, every state, 27 failed |
 * | 20000000015 | 1501            | 60 hosts × 5 files: every transfer state and reason, third-party source         |
 * | 20000000016 | 1601            | runs 10 minutes from the start: 20 hosts, a line a second each, 2 fail          |
 * | 20000000017 | 1701            | runs 6 hours from the start: 3 hosts, colours and progress bars                 |
 * | 20000000018 | 1801            | a distribution that runs 15 minutes: 30 hosts × 4 files                         |
 * | 20000000019 | 1901–1903       | the first step failed on every host, the rest was not reached                   |
 * | 20000000020 | 2001            | finished 29 days ago, its logs are gone                                         |
 * | 20000000021 | 2101            | 500 hosts × 200 KB, for measuring                                               |
 * | 20000000022 | 2201            | being terminated, for ever (status 10)                                          |
 * | 20000000023 | 2301            | abnormal (status 9) with two hosts running for ever                             |
 * | 20000000024 | 2401–2404       | ignored error (6) · skipped (5) · confirmation refused (13) · not reached       |
 * | 20000000025 | 2501            | status 42, which nobody knows                                                   |
 * | 20000000026 | 2601            | rolls by source files: 5 targets, each listed once per batch (2 batches)         |
 * | 20000000027 | 2701            | the reader's gallery: 10 hosts with what a log reader must bear, story-reader.ts  |
 * | 20000000028 | 2801            | runs 10 minutes from the start: one host, 1,000 lines a second                  |
 * | 20000000029 | 2901            | runs 41 minutes from the start: 400 hosts, one ends every 6 seconds, every ninth fails, every fiftieth falls silent |
 * | 20000000030 | 3001            | a distribution that runs 8 minutes: 24 hosts × 3 files, some fail on the way, for 3 reasons |
 * | 20000000099 | –               | expired: answers 1244006                                                        |
 * | 20000003000–20000003027 | …01 · …02 | one plan, every night for four weeks; 5 of 60 failed last night (3027), none a week before (3020) |
 * | 9223372036854775807 | 9223372036854775806 | the largest long there is: 3 hosts                                  |
 *
 * Business 1: instance 100, steps 200, 201, 202 (specification examples). The rest is history: ids from 20000001000.
 */

/** Every job instance of the sandbox, anchored on its start; the texts are made when they are read. */
export function storyInstances(startedAt: number): readonly JobInstance[] {
  return [
    specInstance(startedAt),
    ...deployInstances(startedAt),
    ...sizeInstances(startedAt),
    ...galleryInstances(startedAt),
    ...stateInstances(startedAt),
    ...distributionInstances(startedAt),
    ...liveInstances(startedAt),
    ...readerInstances(startedAt),
    ...nightlyInstances(startedAt),
    ...historyInstances(startedAt),
  ]
}

// The organisation at its command line, with keys of its own and the programs that every Debian has.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROGRAM = process.env.DRAAGKRACHT ?? resolve(import.meta.dirname, '../../../target/release/draagkracht');

export class Organisation {
  /** Makes its keys in a folder. */
  constructor(folder, name = 'Gemeente Voorbeeld') {
    this.folder = folder;
    this.name = name;
    draagkracht(['keygen', '--out', folder, '--name', name, '--phone', '14 010']);
    this.identity = join(folder, 'organisation.key');
  }

  /** What it publishes, with a place to send to. */
  get uploads() { return { ...this.config, upload: { url: 'inbox/' } }; }

  /** Takes in what lies in a drop box; returns what it says of each file. */
  receive({ inbox, receipts }) {
    const key = join(this.folder, 'receipt.key');
    const archive = join(this.folder, 'archive');
    const folders = ['--inbox', inbox, '--archive', archive, '--receipts', receipts];
    return draagkracht(['receive', '--identity', this.identity, '--receipt-key', key, ...folders]).trim().split('\n');
  }

  /** What it publishes. */
  get config() { return JSON.parse(readFileSync(join(this.folder, 'config.json'), 'utf8')); }

  /** Everything in a bundle, by `draagkracht open`. */
  open(bundle) {
    const lines = draagkracht(['open', '--identity', this.identity, bundle]).trim().split('\n').map((line) => JSON.parse(line));
    const ofKind = (kind) => lines.filter((line) => line.kind === kind);
    return {
      cases: ofKind('case'), responses: ofKind('response'), scores: ofKind('score'), plans: ofKind('plan'), notes: ofKind('note'), form_responses: ofKind('form_response'),
    };
  }

  /** Scores anew what was answered, by `draagkracht score` over a table of the answers. */
  score(responses) {
    const rows = responses.flatMap(({ case_code, person, rater, moment, instrument, answers }) =>
      Object.entries(answers).map(([item, value]) => [case_code, person, rater, moment, instrument.id, item, value].join(',')));
    const file = join(this.folder, 'answers.csv');
    writeFileSync(file, `${['case,person,rater,moment,instrument,item,value', ...rows].join('\n')}\n`);
    const [names, ...scores] = draagkracht(['score', file]).trim().split('\n').map((line) => line.split(','));
    return scores.map((score) => Object.fromEntries(score.map((value, index) => [names[index], value])));
  }

  /** Opens a bundle without any program of ours; the device key in the manifest must have signed it. Returns the responses as they lie in it. */
  openByHand(bundle) {
    shell(this.folder, 'age -d -i "$1" "$2" | tar xz', this.identity, bundle);
    const { device: { public_key: device } } = JSON.parse(readFileSync(join(this.folder, 'manifest.json'), 'utf8'));
    shell(this.folder, 'minisign -Vm manifest.json -P "$1"', device);
    return readFileSync(join(this.folder, 'responses.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  }
}

const draagkracht = (args) => execFileSync(PROGRAM, args, { encoding: 'utf8' });

function shell(cwd, line, ...args) {
  execFileSync('bash', ['-euo', 'pipefail', '-c', line, 'bash', ...args], { cwd });
}

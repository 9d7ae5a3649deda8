#!/usr/bin/env node
// Random expressions of a grammar through formwright and through npm's feelin; tells where they differ.
//   npm install feelin            (anywhere NODE_PATH or this folder finds it; it is no dependency of the product)
//   node tests/tools/feelin.mjs --command 'build/release/bin/formwright feel --jsonl' [--count 5000] [--seed 1] [--all]
// Differences that are explained (tests/tools/README.md) are counted by reason; others are listed, and make it fail.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
let feelin;
try {
    feelin = await import(pathToFileURL(require.resolve('feelin', { paths: [process.cwd(), import.meta.dirname ?? '.', ...(process.env.NODE_PATH ?? '').split(':')] })));
} catch {
    console.log('skipped: npm package "feelin" is not here');
    process.exit(0);
}

const options = { command: 'formwright feel --jsonl', count: 5000, seed: Date.now() % 1e9, all: false };
for (let i = 2; i < process.argv.length; i++) {
    const name = process.argv[i].slice(2);
    options[name] = typeof options[name] === 'boolean' ? true : typeof options[name] === 'number' ? Number(process.argv[++i]) : process.argv[++i];
}

// mulberry32: small, and the same everywhere
let state = options.seed >>> 0;
function random(n) {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
}
const pick = (list) => list[random(list.length)];

// ---- the grammar: what of each type can be written; depth runs out into literals ----
const literals = {
    number: ['0', '1', '2', '3', '10', '-5', '0.5', '2.25', '100', '-0.1', 'n', 'm'],
    text: ['""', '"a"', '"b"', '"foobar"', '"客户"', '"a,b"', 's'],
    condition: ['true', 'false', 'c'],
    list: ['[]', '[1, 2, 3]', '[3, 1, 2, 1]', '[1, null]', '["a", "b"]', 'l'],
    date: ['@"2026-01-31"', '@"2024-02-29"', '@"2025-12-01"'],
    days: ['@"P1D"', '@"PT36H"', '@"-P2D"', '@"PT0S"'],
    months: ['@"P1M"', '@"P1Y2M"', '@"-P3M"'],
    context: ['{a: 1}', '{a: 2, b: "x"}', 'k'],
    range: ['[1..3]', '(1..3]', '[2..10)', '(0..100)'],
};
const inputs = { n: 7, m: 2.5, s: 'foo', c: true, l: [5, 1, 5], k: { a: 3, b: 'y' } };
const rules = {
    number: [
        (d) => `(${gen('number', d)} ${pick(['+', '-', '*', '/'])} ${gen('number', d)})`,
        (d) => `${pick(['abs', 'floor', 'ceiling'])}(${gen('number', d)})`,
        (d) => `modulo(${gen('number', d)}, ${pick(['3', '-4', '2.5'])})`,
        (d) => `decimal(${gen('number', d)}, ${pick(['0', '1', '2'])})`,
        (d) => `${pick(['round up', 'round down', 'round half up', 'round half down'])}(${gen('number', d)}, ${pick(['0', '1'])})`,
        (d) => `${pick(['sum', 'min', 'max', 'mean', 'count', 'median', 'product'])}(${gen('list', d)})`,
        (d) => `string length(${gen('text', d)})`,
        (d) => `(if ${gen('condition', d)} then ${gen('number', d)} else ${gen('number', d)})`,
        (d) => `${gen('context', d)}.a`,
        (d) => `${gen('list', d)}[${pick(['1', '-1', '2', '9'])}]`,
        (d) => `${gen('date', d)}.${pick(['year', 'month', 'day', 'weekday'])}`,
        (d) => `${pick(['day of year', 'week of year'])}(${gen('date', d)})`,
        (d) => `(${gen('number', d)} ** ${pick(['0', '1', '2', '3'])})`,
    ],
    text: [
        (d) => `(${gen('text', d)} + ${gen('text', d)})`,
        (d) => `${pick(['upper case', 'lower case'])}(${gen('text', d)})`,
        (d) => `substring(${gen('text', d)}, ${pick(['1', '2', '-1', '-2', '0', '9'])}${pick(['', ', 1', ', 2'])})`,
        (d) => `${pick(['substring before', 'substring after'])}(${gen('text', d)}, ${pick(['"a"', '"o"', '"x"', '""'])})`,
        (d) => `string(${gen(pick(['number', 'text', 'condition', 'date', 'days', 'months', 'list', 'context']), d)})`,
        (d) => `string join(${pick(['["a", "b"]', '["a", null, "b"]', '[]'])}, ${pick(['"-"', '""', 'null'])})`,
        (d) => `replace(${gen('text', d)}, ${pick(['"o"', '"[ab]"', '"(o)(b)?"'])}, ${pick(['"x"', '"$1"', '""'])})`,
        (d) => `(if ${gen('condition', d)} then ${gen('text', d)} else ${gen('text', d)})`,
        (d) => `${pick(['day of week', 'month of year'])}(${gen('date', d)})`,
    ],
    condition: [
        (d) => `(${gen('number', d)} ${pick(['<', '<=', '>', '>=', '=', '!='])} ${gen('number', d)})`,
        (d) => `(${gen('text', d)} ${pick(['<', '>', '=', '!='])} ${gen('text', d)})`,
        (d) => `(${gen('date', d)} ${pick(['<', '>=', '='])} ${gen('date', d)})`,
        (d) => `(${gen('days', d)} ${pick(['<', '=', '>'])} ${gen('days', d)})`,
        (d) => `(${gen('list', d)} ${pick(['=', '!='])} ${gen('list', d)})`,
        (d) => `(${gen('context', d)} = ${gen('context', d)})`,
        (d) => `(${gen('condition', d)} ${pick(['and', 'or'])} ${gen('condition', d)})`,
        (d) => `not(${gen('condition', d)})`,
        (d) => `(${gen('number', d)} between ${gen('number', d)} and ${gen('number', d)})`,
        (d) => `(${gen('number', d)} in ${pick(['(1, 2, 3)', '[1..10]', '(> 2)', '(< 0, > 5)', '[1, 2]'])})`,
        (d) => `(${pick(['some', 'every'])} x in ${gen('list', d)} satisfies x ${pick(['>', '='])} ${gen('number', d)})`,
        (d) => `${pick(['contains', 'starts with', 'ends with'])}(${gen('text', d)}, ${gen('text', d)})`,
        (d) => `list contains(${gen('list', d)}, ${gen('number', d)})`,
        (d) => `${pick(['all', 'any'])}([${gen('condition', d)}, ${gen('condition', d)}])`,
        (d) => `${pick(['even', 'odd'])}(${pick(['1', '2', '-3', '0', 'n'])})`,
        (d) => `${pick(['before', 'after'])}(${gen('number', d)}, ${gen('range', d)})`,
        (d) => `${pick(['meets', 'overlaps', 'includes', 'during', 'coincides'])}(${gen('range', d)}, ${gen('range', d)})`,
        (d) => `(${gen(pick(['number', 'text', 'list', 'date', 'days', 'months']), d)} instance of ${pick(['number', 'string', 'boolean', 'date', 'list<number>', 'days and time duration'])})`,
        (d) => `matches(${gen('text', d)}, ${pick(['"o+"', '"^a"', '"b$"'])})`,
        (d) => `is(${gen('number', d)}, ${gen('number', d)})`,
    ],
    list: [
        (d) => `[${gen('number', d)}, ${gen('number', d)}]`,
        (d) => `${gen('list', d)}[item > ${gen('number', d)}]`,
        (d) => `(for i in ${gen('list', d)} return i)`,
        (d) => `(for i in 1..3 return i * ${gen('number', d)})`,
        (d) => `(for i in 3..1, j in [1, 2] return i + j)`,
        (d) => `append(${gen('list', d)}, ${gen('number', d)})`,
        (d) => `concatenate(${gen('list', d)}, ${gen('list', d)})`,
        (d) => `reverse(${gen('list', d)})`,
        (d) => `${pick(['distinct values', 'duplicate values', 'flatten'])}(${gen('list', d)})`,
        (d) => `union(${gen('list', d)}, ${gen('list', d)})`,
        (d) => `sublist(${gen('list', d)}, ${pick(['1', '2', '-1', '0'])}${pick(['', ', 1'])})`,
        (d) => `insert before(${gen('list', d)}, ${pick(['1', '2', '-1'])}, ${gen('number', d)})`,
        (d) => `remove(${gen('list', d)}, ${pick(['1', '2', '-1', '7'])})`,
        (d) => `list replace(${gen('list', d)}, ${pick(['1', '-1', 'function(item, newItem) item = 1'])}, ${gen('number', d)})`,
        (d) => `index of(${gen('list', d)}, ${gen('number', d)})`,
        (d) => `sort(${pick(['[3, 1, 2]', 'l', '[1.5, -2, 0]'])}, function(x, y) x ${pick(['<', '>'])} y)`,
        (d) => `split(${pick(['"a,b"', 's', '"a;b"'])}, ${pick(['","', '";"', '"o"'])})`,
        (d) => `mode(${pick(['[1, 2, 1]', '[]', 'l'])})`,
        (d) => `get entries(${gen('context', d)}).key`,
        (d) => `[${gen('context', d)}, ${gen('context', d)}].a`,
    ],
    date: [
        (d) => `(${gen('date', d)} ${pick(['+', '-'])} ${gen(pick(['days', 'months']), d)})`,
        (d) => `date(${pick(['2026', '2024'])}, ${pick(['1', '2', '12', '13'])}, ${pick(['1', '29', '31'])})`,
        (d) => `date(${pick(['"2026-03-01"', '"2026-3-1"', '"x"'])})`,
        (d) => `date(date and time(${gen('date', d)}, @"10:30:00"))`,
    ],
    days: [
        (d) => `(${gen('date', d)} - ${gen('date', d)})`,
        (d) => `(${gen('days', d)} ${pick(['+', '-'])} ${gen('days', d)})`,
        (d) => `(${gen('days', d)} * ${pick(['2', '0.5', '-1'])})`,
        (d) => `duration(${pick(['"P1D"', '"PT1H30M"', '"P1D2"', '"-PT5S"'])})`,
    ],
    months: [
        (d) => `years and months duration(${gen('date', d)}, ${gen('date', d)})`,
        (d) => `(${gen('months', d)} ${pick(['+', '-'])} ${gen('months', d)})`,
        (d) => `(${gen('months', d)} * ${pick(['2', '3'])})`,
    ],
    context: [
        (d) => `{a: ${gen('number', d)}, b: ${gen('text', d)}}`,
        (d) => `{a: ${gen('number', d)}, b: a + 1}`,
        (d) => `context put(${gen('context', d)}, ${pick(['"a"', '"c"'])}, ${gen('number', d)})`,
        (d) => `context merge([${gen('context', d)}, ${gen('context', d)}])`,
        (d) => `context([{key: "a", value: ${gen('number', d)}}])`,
    ],
    range: [],
};
function gen(type, depth) {
    if (random(40) === 0)
        type = pick(Object.keys(literals)); // a wrong type now and then
    if (random(60) === 0)
        return 'null';
    if (depth <= 0 || rules[type].length === 0 || random(5) === 0)
        return pick(literals[type]);
    return pick(rules[type])(depth - 1);
}

// ---- values of both sides in one form ----
function ofFeelin(value) {
    if (value === null || value === undefined)
        return null;
    switch (value.constructor?.name) {
    case 'Number': return Number.isFinite(value) ? value : null;
    case 'Array': return value.map(ofFeelin);
    case 'Object': return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, ofFeelin(v)]));
    case 'FeelRange': return { range: String(value) };
    case 'FeelDuration': return { duration: seconds(String(value)) };
    case 'FeelDate': case 'FeelTime': case 'FeelDateTime': return { time: String(value).replace(/[+-]00:00$/, 'Z') };
    case 'FeelFunction': return { function: true };
    default: return value;
    }
}
/// A duration as [months, seconds].
function seconds(text) {
    const m = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
    if (!m)
        return text;
    const [, sign, y, mo, w, d, h, mi, s] = m;
    const n = (x) => Number(x ?? 0);
    const f = sign ? -1 : 1;
    return [f * (n(y) * 12 + n(mo)) + 0, f * (n(w) * 604800 + n(d) * 86400 + n(h) * 3600 + n(mi) * 60 + n(s)) + 0].join();
}
function ofOurs({ t, v }) {
    switch (t) {
    case 'null': return null;
    case 'number': return Number(v);
    case 'list': return v.map(ofOurs);
    case 'context': return Object.fromEntries(v.map(([k, x]) => [k, ofOurs(x)]));
    case 'range': return { range: v };
    case 'ymDuration': case 'dtDuration': return { duration: seconds(v) };
    case 'date': case 'time': case 'dateTime': return { time: v };
    case 'function': return { function: true };
    default: return v;
    }
}
function same(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
        return a === b;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((k) => k in b && same(a[k], b[k]));
}

const reasons = (await import('./feelin-differences.mjs')).default;

const expressions = Array.from({ length: options.count }, () => gen(pick(Object.keys(rules).filter((t) => t !== 'range')), 3));
const jsonOf = (value) =>
    value === null ? { t: 'null', v: null }
    : typeof value === 'number' ? { t: 'number', v: String(value) }
    : typeof value === 'string' ? { t: 'string', v: value }
    : typeof value === 'boolean' ? { t: 'boolean', v: value }
    : Array.isArray(value) ? { t: 'list', v: value.map(jsonOf) }
    : { t: 'context', v: Object.entries(value).map(([k, v]) => [k, jsonOf(v)]) };

const [command, ...args] = options.command.split(' ');
const ours = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: ours.stdout });
ours.on('error', (e) => { console.error(`${command}: ${e.message}`); process.exit(2); });
const given = Object.entries(inputs).map(([name, value]) => ({ name, value: jsonOf(value) }));
(async () => {
    for (const [id, expression] of expressions.entries())
        if (!ours.stdin.write(JSON.stringify({ id, expression, inputs: given }) + '\n'))
            await new Promise((resolve) => ours.stdin.once('drain', resolve));
    ours.stdin.end();
})();

const counts = new Map();
let equal = 0, unexplained = 0, seen = 0;
for await (const line of answers) {
    const answer = JSON.parse(line);
    const expression = expressions[answer.id];
    seen++;
    let theirs;
    try {
        theirs = ofFeelin(feelin.evaluate(expression, inputs).value);
    } catch {
        theirs = null;
    }
    const mine = ofOurs(answer.result);
    if (same(mine, theirs)) {
        equal++;
        continue;
    }
    const reason = reasons.find((r) => r.fits({ expression, mine, theirs, warnings: answer.warnings }));
    const name = reason ? reason.name : 'unexplained';
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!reason)
        unexplained++;
    if (!reason ? unexplained <= 40 : options.all)
        console.log(`${name}\n  ${expression}\n    here   ${JSON.stringify(mine)} ${answer.warnings.join(' ')}\n    feelin ${JSON.stringify(theirs)}`);
}
console.log(`seed ${options.seed}: ${seen} expressions, ${equal} equal (${(100 * equal / seen).toFixed(1)} %)`);
for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(count).padStart(6)}  ${name}`);
process.exit(seen === options.count && unexplained === 0 ? 0 : 1);

// Why formwright and feelin differ: the first reason that fits is counted. Each is explained in README.md.
const has = (pattern) => ({ expression }) => pattern.test(expression);
const warned = (pattern) => ({ warnings }) => warnings.some((w) => pattern.test(w));

export default [
    { name: 'a duration times a number', fits: (d) => /P|date|@"/.test(d.expression) && / [*\/] |mean\(/.test(d.expression) && (JSON.stringify(d.theirs).includes('null') || /instance of/.test(d.expression)) },
    { name: 'months between two days', fits: has(/years and months duration/) },
    { name: 'a date and less than a day', fits: has(/PT36H|-PT5S|PT1H30M/) },
    { name: 'duplicate values', fits: has(/duplicate values/) },
    { name: 'a place outside of the text or list', fits: (d) => warned(/^The (text|list) has/)(d) || /substring\(|sublist\(|insert before\(|remove\(|list replace\(\[\]/.test(d.expression) },
    { name: 'positions from the end', fits: has(/list replace\(.*, -1/) },
    { name: 'a match without the group', fits: has(/replace\(.*"\$1"/) },
    { name: 'two ranges', fits: has(/(coincides|during|includes|overlaps|meets)\(/) },
    { name: 'a day in a list as text', fits: has(/string\([[{].*(date|time|duration|@")/) },
    { name: 'a range as text', fits: has(/string\(.*[[(]\d+\.\.\d+/) },
    { name: 'digits behind the point as text', fits: has(/string\(.*(round|modulo|decimal|floor|ceiling|mean|\d\.\d| \/ )/) },
    { name: 'the middle of numbers', fits: has(/median\(/) },
    { name: 'least and greatest of texts', fits: has(/(min|max)\(/) },
    { name: 'a list that is null', fits: has(/null|\]\.a|\.a\[/) },
    { name: 'a value for the list of itself', fits: has(/union\(|concatenate\(|flatten\(|(some|every) x in|for i in/) },
    { name: 'values without order', fits: (d) => warned(/does not work between|cannot be compared|have no order/)(d) || /(before|after)\(|item > /.test(d.expression) },
    { name: 'a condition that is none', fits: (d) => warned(/needs a condition|needs yes or no|must be a condition/)(d) || /\(if /.test(d.expression) },
    { name: 'is of two kinds', fits: has(/\bis\(/) },
    { name: 'between upside down', fits: has(/between/) },
    { name: 'unknown is not false', fits: (d) => d.mine === null && (typeof d.theirs === 'boolean' || Array.isArray(d.theirs)) },
    { name: 'lists of different length', fits: has(/(\[\]|\)|l|\]) !?= (\[|\(|[a-z])/) },
];

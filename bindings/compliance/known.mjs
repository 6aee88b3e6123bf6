// Differences between the runtimes that are meant.
const accepts = 'the own runtime accepts what the official one does not';
const meant = {
  'json in any': accepts,
  'json array in any': accepts,
  'json value in any': accepts,
  'null in an array of any': accepts,
  'optional numbers in any': accepts,
  'map of maps of any in any': accepts,
  'struct from JavaScript, given back': accepts,
  'object of a .NET class in any': accepts,
  'Int64 9223372036854775807 in any': accepts,
  'UInt64 18446744073709551615 in any': accepts,
  'async method without a result': accepts,
};
const notANumber = /^(number|Single) (NaN|-?Infinity)( in any| in JSON)?$/;

export function known(name, official, own) {
  if (meant[name]) return meant[name];
  if (notANumber.test(name) && thrown(own) === 'System.ArgumentException') return 'the official runtime sends NaN and infinities as texts';
  if (name === 'depth of 60 there and back' && thrown(official) && thrown(own)) return 'each JSON reader has its own exception';
  if (['static async method', 'JavaScript returns NaN'].includes(name) && thrown(official) && thrown(own)) return 'both refuse it';
  // The message of a plain Exception comes from JavaScript. Other messages are of the runtime, in its own words.
  return thrown(own) && thrown(own) === thrown(official) && thrown(own) !== 'System.Exception' ? 'another message' : undefined;
}

const thrown = line => /^throws ([\w.]+):/.exec(line ?? '')?.[1];

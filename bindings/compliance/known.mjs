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
  if (name === 'JavaScript returns NaN' && thrown(official) && thrown(own)) return 'both refuse it';
  return thrown(own) && thrown(own) === thrown(official) ? 'another message' : undefined;
}

// The message of a plain Exception comes from JavaScript, and must be the same, unless JavaScript passes on an exception of .NET.
const thrown = line => /^throws (?:System\.Exception: "(?=System\.))?(?!System\.Exception:)([\w.]+):/.exec(line ?? '')?.[1];

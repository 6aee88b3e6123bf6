// Loads modules faster than Node.js does: their sources, their compiled code, and the files that their requests lead to are kept.
'use strict';
const Module = require('module');
const path = require('path');
const vm = require('vm');
const { KeptModules } = require('./kept.js');

exports.keepIn = folder => {
  const kept = new KeptModules(folder);
  const used = new Map();
  const { _resolveFilename: resolve, _extensions: { '.js': load } } = Module;

  Module._resolveFilename = function (request, parent, isMain, options) {
    const module = used.get(parent?.filename);
    if (!module || options) return resolve.call(this, request, parent, isMain, options);
    if (Object.hasOwn(module.requests, request)) return module.link + module.requests[request];
    const found = resolve.call(this, request, parent, isMain);
    // A request for another package can lead to another version of it the next time.
    if (found.startsWith(module.link + path.sep)) module.requests[request] = found.slice(module.link.length);
    return found;
  };

  Module._extensions['.js'] = function (module, filename) {
    const place = kept.placeOf(filename);
    const found = place && kept.find(place);
    if (found) run(module, filename, { ...place, ...found });
    else load.call(this, module, filename);
  };

  Module.prototype._compile = function (source, filename) {
    return run(this, filename, { ...kept.placeOf(filename), source, requests: {} });
  };

  function run(module, filename, { source, code, ...rest }) {
    const withoutShebang = source.charCodeAt(0) === 0x23 ? `//${source}` : source;
    const script = new vm.Script(Module.wrap(withoutShebang), {
      filename, cachedData: code, importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (rest.link) used.set(filename, { ...rest, source, script, isKept: script.cachedDataRejected === false });
    return script.runInThisContext().call(
      module.exports, module.exports, requireOf(module), module, filename, path.dirname(filename));
  }

  process.on('exit', () => {
    const modules = [...used.values()];
    if (modules.some(module => !module.isKept)) kept.write(modules);
  });
};

function requireOf(module) {
  const require = id => module.require(id);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = request => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

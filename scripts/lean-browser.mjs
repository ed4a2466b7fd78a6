// How scripts for the browser are bundled: without the parts of packages that can never run there. The parts are named one
// by one, and the pages are tested as they are bundled here, so that a new version that needs one of them is noticed.

const NOTHING = 'module.exports = {};';
/** The one entry of JSON-LD that we call, put together from its own parts as the package does it. */
const TO_RDF = `
const { expand } = require('./expand');
const { toRDF } = require('./toRdf');
const { getInitialContext } = require('./context');
const { setupEventHandler } = require('./events');
const { clone } = require('./util');
const ContextResolver = require('./ContextResolver');
const LRU = require('lru-cache');
const sharedCache = new LRU({ max: 100 });
exports.toRDF = async (input, given) => {
  const options = {
    keepFreeFloatingNodes: false,
    contextResolver: new ContextResolver({ sharedCache }),
    ...given,
    eventHandler: setupEventHandler({ options: given }),
  };
  const activeCtx = getInitialContext(options);
  let expanded = await expand({ activeCtx, element: clone(input), options });
  const keys = Object.keys(expanded ?? {});
  if (keys.length === 1 && keys[0] === '@graph' && !Array.isArray(expanded)) {
    expanded = expanded['@graph'];
  }
  return toRDF(Array.isArray(expanded) ? expanded : expanded === null ? [] : [expanded], options);
};`;
/** Letting the page breathe between steps. */
const LATER = 'exports.setImmediate = (work) => setTimeout(work, 0);';
/** Elements as plain objects: scripts/draw.ts draws them, nothing renders. */
const ELEMENTS = `
export const Fragment = Symbol.for('react.fragment');
const element = Symbol.for('evenhand.element');
export const jsx = (type, props, key) => ({ $$typeof: element, type, props, key });
export const jsxs = jsx;
export const isValidElement = (value) => value?.$$typeof === element;`;
/** The bounded memory of worked-out vocabularies: ours are a handful. */
const MEMORY = `
module.exports = class {
  constructor() { this.kept = new Map(); }
  get(key) { return this.kept.get(key); }
  set(key, value) { this.kept.set(key, value); }
};`;

const lean = {
  name: 'lean-browser',
  setup(build) {
    const instead = (filter, contents) => build.onLoad({ filter }, () => ({ contents }));
    instead(/node_modules\/jsonld\/lib\/jsonld\.js$/, TO_RDF);
    instead(/node_modules\/rdf-canonize\/lib\/platform-browser\.js$/, LATER);
    instead(
      /node_modules\/rdf-canonize\/lib\/(?:MessageDigest-webcrypto|RDFC10Sync)\.js$/,
      NOTHING,
    );
    instead(/node_modules\/lru-cache\/index\.js$/, MEMORY);
    build.onResolve({ filter: /^react(?:\/jsx-runtime)?$/ }, () => ({
      path: 'elements',
      namespace: 'lean',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean' }, () => ({ contents: ELEMENTS }));
  },
};

/** Options of esbuild for every script that runs in a browser. */
export const browserOptions = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [lean],
  logLevel: 'error',
};

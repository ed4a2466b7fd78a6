"""Accuracy and consistency of pass-fail decisions, for src/psychometrics/decision-quality.
'r' is betafunctions 1.9.0 in R 4.2.2 (LL.CA and HB.CA, four-parameter beta with fail-safe), as stored beside the project.
'exact' is worked out here with mpmath in 30 digits from the parameters R found: the same model, integrated to the last
digit (R's integrate stops at about 1e-4), and with the same cut on both forms. In R's Livingston-Lewis the second form
takes the next lower cut wherever the cut does not fall on a whole effective score, so its consistency is that of two
different cuts there: 'sameCut' says where the two agree.
Subkoviak: exact fractions of the frequencies. 'frequencies' are those of the totals, from 0.
Run: python3 reference/psychometrics/decision-quality.py > reference/psychometrics/decision-quality.json"""
import importlib.util, json, math, sys, io, contextlib
from mpmath import mp, mpf, quad, beta as betafn, binomial
mp.dps = 30
spec = importlib.util.spec_from_file_location('classical', 'reference/psychometrics/classical.py')
classical = importlib.util.module_from_spec(spec)
with contextlib.redirect_stdout(io.StringIO()): spec.loader.exec_module(classical)
def upper(c, n, p, q): return sum(binomial(n, j) * p ** j * q ** (n - j) for j in range(c, n + 1))
def point(j, n, p, q): return binomial(n, j) * p ** j * q ** (n - j) if 0 <= j <= n else mpf(0)
def two_term(c, n, k, p, q):
    # the sum of Lord's two-term point probabilities, term by term
    return sum(point(j, n, p, q) - k * p * q * (point(j, n - 2, p, q) - 2 * point(j - 1, n - 2, p, q) + point(j - 2, n - 2, p, q)) for j in range(c, n + 1))
def average(par, cut, passes):
    a, b, l, u = (mpf(par[x]) for x in ('alpha', 'beta', 'l', 'u'))
    y = min(mpf(1), max(mpf(0), (cut - l) / (u - l))); whole = betafn(a, b)
    out = []
    for f in (lambda p: p, lambda p: 1 - p, lambda p: p * p + (1 - p) ** 2):
        g = lambda t: t ** (a - 1) * (1 - t) ** (b - 1) / whole * f(passes(l + (u - l) * t))
        ends = [[0, y], [y, 1]]
        out.append([quad(g, e) if e[0] < e[1] else mpf(0) for e in ends])
    (pb, pa), (fb, fa), (cb, ca) = out
    pass_, cons = pb + pa, cb + ca; chance = pass_ ** 2 + (1 - pass_) ** 2
    return {'accuracy': float(fb + pa), 'falsePass': float(pb), 'falseFail': float(fa), 'consistency': float(cons), 'chance': float(chance), 'kappa': float((cons - chance) / (1 - chance)), 'expectedPass': float(pass_)}
def even(v):
    low = math.floor(v); return low + low % 2 if v - low == 0.5 else math.floor(v + 0.5)
stored = json.load(open('../shared/reference/livingston_lewis.json'))
out = []
for name, s in stored.items():
    if name == 'note': continue
    rows, base = classical.load(name.split('_cut')[0]); tot = [sum(r) for r in rows]; k, cut = s['k'], s['cut']
    LL, HB = s['LL'], s['HB']
    n = LL['parameters']['etl_rounded']; scaled = cut * n / k; c = even(scaled)
    r = lambda m: {**{x: m['parameters'][x] for x in ('alpha', 'beta', 'l', 'u')}, 'accuracy': m['confusionmatrix'][0][2], 'falseFail': m['confusionmatrix'][1][0], 'falsePass': m['confusionmatrix'][1][1], 'consistency': m['classification.consistency']['p'], 'kappa': m['classification.consistency']['Kappa']}
    rel, mean = mpf(s['alpha']), mpf(sum(tot)) / len(tot)
    same = passed = mpf(0)
    freq = [tot.count(x) for x in range(k + 1)]
    for x, f in enumerate(freq):
        share = (rel * x + (1 - rel) * mean) / k; p = upper(cut, k, share, 1 - share)
        same += f * (p * p + (1 - p) ** 2); passed += f * p
    same /= len(tot); passed /= len(tot); chance = passed ** 2 + (1 - passed) ** 2
    out.append({'name': name, 'highest': k, 'cut': cut, 'reliability': s['alpha'], 'observedPass': s['observed_pass'], 'frequencies': freq,
      'LL': {'r': {**r(LL), 'etl': LL['parameters']['etl'], 'rounded': n}, 'cutOnLength': c, 'sameCut': math.floor(scaled) == c, 'exact': average(LL['parameters'], mpf(cut) / k, lambda t: upper(c, n, t, 1 - t))},
      'HB': {'r': {**r(HB), 'k': HB['parameters']['k']}, 'exact': average(HB['parameters'], mpf(cut) / k, lambda t: two_term(cut, k, mpf(HB['parameters']['k']), t, 1 - t))},
      'subkoviak': {'consistency': float(same), 'chance': float(chance), 'kappa': float((same - chance) / (1 - chance))}})
    print(name, file=sys.stderr)
print('{"source": "betafunctions 1.9.0 (R 4.2.2) and mpmath; script reference/psychometrics/decision-quality.py", "cases": [\n' + ',\n'.join(json.dumps(o) for o in out) + '\n]}')
